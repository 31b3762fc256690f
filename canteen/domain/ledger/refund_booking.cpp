#include "canteen/domain/ledger/refund_booking.h"

#include <algorithm>
#include <optional>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/order/refund_remainder.h"

namespace canteen {

namespace {

const Account cash{AccountKind::cash, ""};
const Account rounding{AccountKind::rounding, ""};
const Account concession{AccountKind::concession, ""};

bool is_channel(const Account& account) {
    return account.kind == AccountKind::external;
}
// True for the guest's own accounts, and those that others keep open for the guest.
bool is_guests(const Account& account) {
    return is_stored_value(account.kind) || account.kind == AccountKind::allowance ||
           account.kind == AccountKind::employer || is_of_points(account);
}

// Returns the cash that the order brought into drawers, whoever's they are.
Fen cash_in(const std::vector<Posting>& postings) {
    Fen sum;
    for (const auto& posting : postings)
        if (posting.account.kind == AccountKind::cash) sum += posting.fen;
    return sum;
}

Fen booked_on(const std::vector<Posting>& postings, const Account& account) {
    for (const auto& posting : postings)
        if (posting.account == account) return posting.fen;
    return {};
}

// Returns what is still to be given back.
Fen give_back_cash(std::vector<Posting>& transaction, const std::vector<Posting>& booked, Fen sum) {
    const Fen taken = cash_in(booked);
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
Fen give_back(std::vector<Posting>& transaction, const std::vector<Posting>& booked, bool (*is_one)(const Account&),
              Fen sum) {
    for (auto posting = booked.rbegin(); posting != booked.rend(); ++posting) {
        if (!is_one(posting->account)) continue;
        const Fen back = std::clamp(sum, Fen{}, std::max(posting->fen, Fen{}));
        post(transaction, posting->account, -back);
        sum -= back;
    }
    return sum;
}

// Takes back what the canteen bears of tenders that found too little, `borne` of it; returns what is still to be given
// back.
Fen forgo(std::vector<Posting>& transaction, Fen borne, Fen sum) {
    const Fen back = std::clamp(sum, Fen{}, std::max(borne, Fen{}));
    post(transaction, concession, -back);
    return sum - back;
}

std::optional<TenderKind> tender_of(const Account& account) {
    switch (account.kind) {
        case AccountKind::cash:
            return TenderKind::cash;
        case AccountKind::external:
            for (const auto kind :
                 {TenderKind::wechat, TenderKind::alipay, TenderKind::bank, TenderKind::unionpay, TenderKind::ecny})
                if (account_of(kind) == account) return kind;
            return std::nullopt;
        case AccountKind::member_principal:
        case AccountKind::member_bonus:
            return TenderKind::stored_value;
        case AccountKind::allowance:
            return TenderKind::allowance;
        case AccountKind::employer:
            return TenderKind::employer;
        case AccountKind::receivable:
            return is_of_points(account) ? std::optional{TenderKind::points} : std::nullopt;
        default:
            return std::nullopt;
    }
}

std::string reference_of(const Account& account, TenderKind kind, const std::vector<Tender>& tenders) {
    if (kind == TenderKind::allowance || kind == TenderKind::employer) return account.owner;
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
    post(transaction, concession, sum_of(left.shares) - sum_of(granted) - conceded);
    post(transaction, {AccountKind::sales, ""}, before.food + before.fee - left.food - left.fee);
    Fen back = give_back_cash(transaction, order.postings, before.to_pay - left.to_pay);
    back = give_back(transaction, order.postings, is_channel, back);
    back = forgo(transaction, booked_on(order.postings, concession) - conceded, back);
    give_back(transaction, order.postings, is_guests, back);
    balance(transaction);
    return transaction;
}

std::vector<Tender> paid_back_by(const std::vector<Posting>& postings, const std::vector<Tender>& tenders) {
    std::vector<Tender> back;
    for (const auto& posting : postings) {
        const auto kind = tender_of(posting.account);
        if (!kind || posting.fen >= Fen{}) continue;
        const auto reference = reference_of(posting.account, *kind, tenders);
        const auto same = std::find_if(back.begin(), back.end(),
                                       [&](const Tender& t) { return t.kind == *kind && t.reference == reference; });
        if (same != back.end()) {
            same->amount -= posting.fen;
        } else {
            back.push_back({*kind, -posting.fen, reference});
        }
    }
    return back;
}

std::int64_t points_back(const Order& order, const std::vector<Posting>& refund) {
    const auto funded = [](const std::vector<Posting>& postings) {
        Fen sum;
        for (const auto& posting : postings)
            if (is_of_points(posting.account)) sum += posting.fen;
        return sum;
    };
    const Fen whole = funded(order.postings);
    return whole == Fen{} ? 0 : order.points * -funded(refund).value / whole.value;
}

}  // namespace canteen
