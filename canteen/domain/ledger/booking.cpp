#include "canteen/domain/ledger/booking.h"

#include "canteen/domain/model/names.h"

namespace canteen {

namespace {

constexpr std::string_view points_owner = "points/";

}  // namespace

Account account_of(const Share& share) {
    if (share.payer == canteen_payer) return {AccountKind::discount, ""};
    return {AccountKind::receivable, share.scheme + "/" + share.payer};
}

bool is_money(TenderKind kind) {
    return account_of(kind).kind != AccountKind::exceptions;
}

Account account_of(TenderKind kind) {
    switch (kind) {
        case TenderKind::cash:
            return {AccountKind::cash, ""};
        case TenderKind::wechat:
        case TenderKind::alipay:
        case TenderKind::bank:
        case TenderKind::unionpay:
        case TenderKind::ecny:
            return {AccountKind::external, name_of(kind)};
        case TenderKind::stored_value:
        case TenderKind::allowance:
        case TenderKind::points:
        case TenderKind::employer:
            break;
    }
    return {AccountKind::exceptions, ""};
}

Account points_account(const std::string& funder) {
    return {AccountKind::receivable, std::string(points_owner) + funder};
}

bool is_of_points(const Account& account) {
    return account.kind == AccountKind::receivable && account.owner.starts_with(points_owner);
}

bool names_points(std::string_view scheme) {
    return scheme.starts_with(points_owner) || scheme == points_owner.substr(0, points_owner.size() - 1);
}

void balance(std::vector<Posting>& transaction) {
    Fen sum;
    for (const auto& posting : transaction) sum += posting.fen;
    post(transaction, {AccountKind::exceptions, ""}, -sum);
}

Fen sum_of(const std::vector<Share>& shares) {
    Fen sum;
    for (const auto& share : shares) sum += share.fen;
    return sum;
}

std::vector<Posting> booking_of(const Order& order, const Funding& funding) {
    std::vector<Posting> transaction = funding.postings;
    for (const auto& share : order.granted) post(transaction, account_of(share), share.fen);
    const Sums& charged = order.draft.shown;
    post(transaction, {AccountKind::concession, ""},
         sum_of(charged.shares) - sum_of(order.granted) + funding.borne_by_canteen());
    post(transaction, {AccountKind::rounding, ""}, order.rounding);
    post(transaction, {AccountKind::sales, ""}, -(charged.food + charged.fee));
    balance(transaction);
    return transaction;
}

std::vector<Posting> booking_of_stray_money(const std::vector<Tender>& tenders) {
    std::vector<Posting> transaction;
    for (const auto& tender : tenders) post(transaction, account_of(tender.kind), tender.amount);
    balance(transaction);
    return transaction;
}

}  // namespace canteen
