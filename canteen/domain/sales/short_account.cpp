#include "canteen/domain/sales/short_account.h"

#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

const Account open_account{AccountKind::exceptions, ""};

// Returns the postings that pay it; nothing: the member's account does not hold it.
std::optional<std::vector<Posting>> paid_by(const Canteen& state, MemberId member, const Tender& tender) {
    if (is_money(tender.kind)) return std::vector<Posting>{{account_of(tender.kind), tender.amount}};
    if (tender.kind != TenderKind::stored_value || !member_in(state, member)) return std::nullopt;
    const Wallet wallet = wallet_of(state, member);
    if (wallet.total() < tender.amount) return std::nullopt;
    return wallet.taken(tender.amount);
}

}  // namespace

Fen short_of(const Order& order) {
    if (!order.paid || order.state == OrderState::cancelled) return {};
    const auto open = std::find_if(order.postings.begin(), order.postings.end(),
                                   [](const Posting& p) { return p.account == open_account; });
    if (open == order.postings.end()) return {};
    return std::clamp(open->fen, Fen{}, sum_of(order.tenders, TenderKind::stored_value));
}

Outcome decide_settle_short(const Canteen& state, const SettleShort& command) {
    const auto& order = order_in(state, command.order);
    if (!order) return refuse(RejectionCode::order_unknown);
    const Fen fen = short_of(*order);
    if (fen == Fen{}) return refuse(RejectionCode::nothing_short);
    std::vector<Posting> postings;
    if (command.tender) {
        if (!is_reference(command.tender->reference))
            return refuse(RejectionCode::text_invalid, {param("what", "reference")});
        if (command.tender->amount != fen)
            return refuse(RejectionCode::tender_mismatch,
                          {param("due", fen.value), param("given", command.tender->amount.value)});
        auto paid = paid_by(state, person_of(state, order->draft.member), *command.tender);
        if (!paid) return refuse(RejectionCode::account_short, {param("balance", std::int64_t{0})});
        postings = *std::move(paid);
    } else {
        post(postings, {AccountKind::concession, ""}, fen);
    }
    post(postings, open_account, -fen);
    return Events{LedgerPosted{command.order, std::move(postings), command.tender ? command.tender->reference : ""}};
}

}  // namespace canteen
