#include "canteen/domain/refund_booking.h"

#include <algorithm>
#include <optional>

#include "canteen/domain/booking.h"
#include "canteen/domain/what_is_left.h"

namespace canteen {

namespace {

const Account cash{AccountKind::cash, ""};
const Account rounding{AccountKind::rounding, ""};

bool is_channel(AccountKind kind) {
    return kind == AccountKind::external;
}
bool is_members(AccountKind kind) {
    return kind == AccountKind::member_principal || kind == AccountKind::member_bonus ||
           kind == AccountKind::allowance || kind == AccountKind::employer;
}

Fen booked_on(const std::vector<Posting>& postings, const Account& account) {
    for (const auto& posting : postings)
        if (posting.account == account) return posting.fen;
    return {};
}

// Returns what is still to be given back.
Fen give_back_cash(std::vector<Posting>& transaction, const std::vector<Posting>& booked, Fen sum) {
    const Fen taken = booked_on(booked, cash);
    const Fen waived = booked_on(booked, rounding);
    const Fen back = std::clamp(sum, Fen{}, std::max(taken + waived, Fen{}));
    if (back == Fen{}) return sum;
    const Fen due = taken + waived - back;
    const Fen kept = std::min(taken, round_cash(due));
    post(transaction, cash, kept - taken);
    post(transaction, rounding, due - kept - waived);
    return sum - back;
}

// The last booked first; returns what is still to be given back.
Fen give_back(std::vector<Posting>& transaction, const std::vector<Posting>& booked, bool (*is_one)(AccountKind),
              Fen sum) {
    for (auto posting = booked.rbegin(); posting != booked.rend(); ++posting) {
        if (!is_one(posting->account.kind)) continue;
        const Fen back = std::clamp(sum, Fen{}, std::max(posting->fen, Fen{}));
        post(transaction, posting->account, -back);
        sum -= back;
    }
    return sum;
}

std::optional<TenderKind> tender_of(const Account& account) {
    switch (account.kind) {
        case AccountKind::cash:
            return TenderKind::cash;
        case AccountKind::external:
            return account.owner == "alipay" ? TenderKind::alipay : TenderKind::wechat;
        case AccountKind::member_principal:
        case AccountKind::member_bonus:
        case AccountKind::allowance:
        case AccountKind::employer:
            return TenderKind::stored_value;
        default:
            return std::nullopt;
    }
}

std::string reference_of(TenderKind kind, const std::vector<Tender>& tenders) {
    for (const auto& tender : tenders)
        if (tender.kind == kind) return tender.reference;
    return "";
}

}  // namespace

std::vector<Posting> booking_of_refund(const Order& order, const Sums& left, const std::vector<Share>& granted) {
    const Sums& before = sums_now(order);
    std::vector<Posting> transaction;
    for (const auto& share : order.granted) post(transaction, account_of(share), -share.fen);
    for (const auto& share : granted) post(transaction, account_of(share), share.fen);
    const Fen conceded = sum_of(before.shares) - sum_of(order.granted);
    post(transaction, {AccountKind::concession, ""}, sum_of(left.shares) - sum_of(granted) - conceded);
    post(transaction, {AccountKind::sales, ""}, before.food + before.fee - left.food - left.fee);
    Fen back = give_back_cash(transaction, order.postings, before.to_pay - left.to_pay);
    back = give_back(transaction, order.postings, is_channel, back);
    give_back(transaction, order.postings, is_members, back);
    balance(transaction);
    return transaction;
}

std::vector<Tender> paid_back_by(const std::vector<Posting>& postings, const std::vector<Tender>& tenders) {
    std::vector<Tender> back;
    for (const auto& posting : postings) {
        const auto kind = tender_of(posting.account);
        if (!kind || posting.fen >= Fen{}) continue;
        const auto same = std::find_if(back.begin(), back.end(), [&](const Tender& t) { return t.kind == *kind; });
        if (same != back.end()) {
            same->amount -= posting.fen;
        } else {
            back.push_back({*kind, -posting.fen, reference_of(*kind, tenders)});
        }
    }
    return back;
}

}  // namespace canteen
