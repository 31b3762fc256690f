#include "canteen/domain/booking.h"

#include "canteen/domain/paying.h"

namespace canteen {

Account account_of(const Share& share) {
    if (share.payer == canteen_payer) return {AccountKind::discount, ""};
    return {AccountKind::receivable, share.scheme + "/" + share.payer};
}

Account account_of(TenderKind kind) {
    switch (kind) {
        case TenderKind::cash:
            return {AccountKind::cash, ""};
        case TenderKind::wechat:
            return {AccountKind::external, "wechat"};
        case TenderKind::alipay:
            return {AccountKind::external, "alipay"};
        case TenderKind::stored_value:
            break;
    }
    return {AccountKind::exceptions, ""};
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

std::vector<Posting> booking_of(const Order& order, const Purse& purse) {
    std::vector<Posting> transaction;
    for (const auto& tender : order.tenders)
        if (tender.kind != TenderKind::stored_value) post(transaction, account_of(tender.kind), tender.amount);
    for (const auto& part : purse.taken(sum_of(order.tenders, TenderKind::stored_value)))
        post(transaction, part.account, part.fen);
    for (const auto& share : order.granted) post(transaction, account_of(share), share.fen);
    const Sums& charged = order.draft.shown;
    post(transaction, {AccountKind::concession, ""}, sum_of(charged.shares) - sum_of(order.granted));
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
