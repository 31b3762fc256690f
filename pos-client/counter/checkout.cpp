// Sells the basket at the counter, and takes in what became of it.
#include <algorithm>
#include <utility>

#include "canteen/domain/order/open_ticket.h"
#include "pos-client/counter/counter.h"

namespace canteen::till {
namespace {

Fen cash_in(const std::vector<Tender>& tenders) {
    Fen cash;
    for (const auto& tender : tenders)
        if (tender.kind == TenderKind::cash) cash += tender.amount;
    return cash;
}

bool opens_ticket(const OrderDraft& draft, const Menu* menu, Timestamp at) {
    return menu && ticket_of(draft, *menu, at).has_value();
}

}  // namespace

Denied Counter::check(const PayRequest& wanted) const {
    if (kept_.sale.stage == SaleStage::asking) return denial("sale_under_way");
    const auto& basket = kept_.basket;
    if (wanted.basket != basket.id || wanted.revision != basket.revision) return denial("basket_changed");
    if (basket.is_empty()) return denial("basket_empty");
    if (basket.new_sums && !basket.is_agreed) return denial("price_not_agreed");
    return std::nullopt;
}

// The basket leaves the counter in the same commit in which its sale enters the outbox: whatever ends the process, it
// is sold once or stands there still.
Denied Counter::pay(const PayRequest& wanted, Timestamp now) {
    if (kept_.sale.stage != SaleStage::none && wanted.basket == kept_.sale.basket.id) return std::nullopt;
    if (auto why = check(wanted)) return why;
    const auto offered = offer(now);
    if (const auto* why = std::get_if<Rejection>(&offered)) return problem_ = denial_of(*why);
    const auto& draft = std::get<Offer>(offered).draft;
    auto paid = tenders_for(std::get<Offer>(offered), wanted.parts, till_.upstream().can_ask());
    if (const auto* why = std::get_if<Rejection>(&paid)) return denial_of(*why);
    auto& tenders = std::get<std::vector<Tender>>(paid);
    const auto cash = cash_in(tenders);
    if (wanted.given != Fen{} && wanted.given < cash)
        return denial("given_short", {{"fen", std::to_string((cash - wanted.given).value)}});

    KeptCounter after{fresh_basket(now), kept_.parked, {}};
    after.sale.stage = SaleStage::asking;
    after.sale.order = new_id<OrderId>(till_.server_time(now), random_);
    after.sale.basket = kept_.basket;
    after.sale.to_pay = draft.shown.to_pay;
    after.sale.given = wanted.given;
    after.sale.tenders = std::move(tenders);
    after.sale.is_cooked = opens_ticket(draft, till_.replica().menu_of(draft.meal), till_.server_time(now));
    const auto sold = till_.sell(kept_.basket.to_sell(), wanted.parts, now, {after.sale.order, {store_.sealed(after)}});
    if (const auto* why = std::get_if<Rejection>(&sold)) return problem_ = denial_of(*why);
    const auto& queued = std::get<SaleQueued>(sold);
    kept_ = std::move(after);
    kept_.sale.pickup = to_string(queued.draft.pickup);
    if (!queued.asked) kept_.sale.stage = SaleStage::sold;
    changed();
    return std::nullopt;
}

void Counter::hear(const News& news, Timestamp now) {
    auto& sale = kept_.sale;
    if (sale.stage == SaleStage::none) return;
    if (const auto* committed = std::get_if<SaleCommitted>(&news); committed && committed->order == sale.order) {
        sale.stage = SaleStage::sold;
        sale.is_committed = true;
        sale.listed = committed->exceptions;
    } else if (const auto* stated = std::get_if<SaleStated>(&news); stated && stated->order == sale.order) {
        sale.stage = SaleStage::sold;
    } else if (const auto* refused = std::get_if<SaleRefused>(&news); refused && refused->order == sale.order) {
        come_back(refused->why, now);
    } else {
        return;
    }
    is_saved_ = false;
}

// Nothing was sold: the basket stands on the counter again, under a new id, with the server's sums if it named some.
void Counter::come_back(const Rejection& why, Timestamp now) {
    auto back = std::move(kept_.sale.basket);
    kept_.sale = {};
    back.id = new_id<BasketId>(till_.server_time(now), random_);
    touch(back);
    back.new_sums = why.sums;
    if (!kept_.basket.is_untouched()) kept_.parked.push_back({std::move(kept_.basket), till_.server_time(now)});
    kept_.basket = std::move(back);
    problem_ = denial_of(why);
}

// The process ended while a sale was under way: the outbox says how far it came.
void Counter::settle_restart(Timestamp now) {
    auto& sale = kept_.sale;
    if (sale.stage == SaleStage::none) return;
    const auto order = outbox_.order(sale.order);
    if (!order || order->state == SaleState::cancelled) {
        sale = {};
        return;
    }
    sale.pickup = order->pickup;
    if (order->state == SaleState::asked) till_.await(sale.order, now);
    if (order->state == SaleState::sold) sale.stage = SaleStage::sold;
    if (order->state == SaleState::sold) sale.is_committed = outbox_.is_with_server(sale.order);
    if (order->state == SaleState::refused) come_back({}, now);
}

}  // namespace canteen::till
