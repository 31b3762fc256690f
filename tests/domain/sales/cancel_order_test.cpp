#include "canteen/domain/sales/cancel_order.h"
#include "canteen/domain/decide.h"

#include "canteen/domain/sales/expiry.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class TakingBack : public CanteenFixture {
protected:
    OrderDraft noodles_ahead() {
        auto d = draft_for(grandma, {portions(dishes::noodles)});
        d.origin = Origin::ahead;
        d.due = at_site(today, 12, 0);
        return d;
    }
};

TEST_F(TakingBack, what_another_till_sold_is_refused) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    state.orders.at(d.id)->device = id_of<DeviceId>(99);
    EXPECT_EQ(refused(CancelOrder{d.id}).code, RejectionCode::other_tills_order);
    const Actor office{id_of<DeviceId>(5), Role::office};
    EXPECT_TRUE(std::holds_alternative<Events>(decide(state, office, {{}, CancelOrder{d.id}}, now)));
}

TEST_F(TakingBack, an_order_returns_portions_rights_and_money) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(CancelOrder{d.id});
    EXPECT_EQ(stock(dishes::noodles).left(), 10);
    EXPECT_EQ(stock(dishes::noodles).returned, 1);
    EXPECT_EQ(balance(AccountKind::cash), Fen{0});
    EXPECT_EQ(balance(AccountKind::receivable), Fen{0});
    EXPECT_TRUE(state.uses.empty());
    EXPECT_EQ(order(d).state, OrderState::cancelled);
    EXPECT_TRUE(order(d).postings.empty());
    EXPECT_EQ(order(d).ticket->state, TicketState::cancelled) << "the kitchen sees it until it acknowledged";
}

TEST_F(TakingBack, wastes_what_is_cooked) {
    const auto d = draft({portions(dishes::noodles, 2), portions(dishes::soup)});
    happens(ask_in_cash(d));
    happens(MarkLine{d.id, 0, true});
    happens(CancelOrder{d.id});
    EXPECT_EQ(stock(dishes::noodles).left(), 8);
    EXPECT_EQ(stock(dishes::noodles).wasted, 2);
    EXPECT_EQ(stock(dishes::soup).left(), 20);
}

TEST_F(TakingBack, a_meal_stays_eaten_while_another_of_its_orders_stands) {
    const auto first = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask_in_cash(first));
    const auto second = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask_in_cash(second));
    happens(CancelOrder{first.id});
    EXPECT_EQ(count(grandma, UseKind::meal_eaten), 1U);
    happens(CancelOrder{second.id});
    EXPECT_EQ(count(grandma, UseKind::meal_eaten), 0U);
}

TEST_F(TakingBack, a_ready_ticket_wastes_all_of_it) {
    const auto d = draft({portions(dishes::noodles), portions(dishes::soup)});
    happens(ask_in_cash(d));
    happens(MarkTicket{d.id, true});
    happens(CancelOrder{d.id});
    EXPECT_EQ(stock(dishes::noodles).wasted, 1);
    EXPECT_EQ(stock(dishes::soup).wasted, 1);
    EXPECT_TRUE(state.ready_since.empty());
}

TEST_F(TakingBack, twice_is_once_and_a_meal_handed_over_stays) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(CancelOrder{d.id});
    EXPECT_TRUE(happens(CancelOrder{d.id}).empty());
    const auto eaten = draft({portions(dishes::pork)});
    happens(ask_in_cash(eaten));
    EXPECT_EQ(refused(CancelOrder{eaten.id}).code, RejectionCode::already_handed_over);
    EXPECT_EQ(refused(CancelOrder{id_of<OrderId>(999)}).code, RejectionCode::order_unknown);
}

TEST_F(TakingBack, a_hold_releases_what_it_kept) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask(d));
    happens(CancelOrder{d.id});
    EXPECT_EQ(stock(dishes::noodles).held, 0);
    EXPECT_EQ(stock(dishes::noodles).returned, 0);
    EXPECT_TRUE(state.uses.empty());
    EXPECT_TRUE(state.expiries.empty());
}

TEST_F(TakingBack, freed_rights_go_to_the_next_order) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(CancelOrder{d.id});
    EXPECT_EQ(draft_for(grandma, {portions(dishes::noodles)}).shown.to_pay, Fen{9'00});
}

TEST_F(TakingBack, a_hold_nobody_paid_ends_by_a_tick_at_its_time_and_not_before) {
    const auto d = noodles_ahead();
    happens(ask(d));
    happens(MarkLine{d.id, 0, true});
    now = order(d).expires_at.value() - std::chrono::milliseconds{1};
    EXPECT_TRUE(happens(Tick{}).empty());
    now = order(d).expires_at.value();
    happens(Tick{});
    EXPECT_EQ(order(d).state, OrderState::expired);
    EXPECT_EQ(order(d).ticket->state, TicketState::cancelled);
    EXPECT_EQ(stock(dishes::noodles).held, 0);
    EXPECT_EQ(stock(dishes::noodles).wasted, 1) << "it was cooked";
    EXPECT_TRUE(state.uses.empty());
    EXPECT_EQ(refused(CancelOrder{d.id}).code, RejectionCode::order_expired);
    EXPECT_TRUE(happens(Tick{}).empty());
}

TEST_F(TakingBack, a_ready_ticket_nobody_fetched_is_cleared_away_by_a_tick) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(MarkTicket{d.id, true});
    now = now + state.site.keep_ready_for - std::chrono::milliseconds{1};
    EXPECT_TRUE(happens(Tick{}).empty());
    now = now + std::chrono::milliseconds{1};
    happens(Tick{});
    EXPECT_EQ(order(d).state, OrderState::handed_over);
    EXPECT_TRUE(state.ready_since.empty());
}

TEST_F(TakingBack, a_tick_ends_a_bounded_number_of_holds) {
    happens(AddPortions{{lunch, dishes::greens}, StockMoveKind::restocked, 200});
    for (std::size_t i = 0; i < max_expired_per_tick + 1; ++i) happens(ask(draft({portions(dishes::greens)})));
    now = now + state.site.hold_for;
    EXPECT_EQ(count_of<OrderExpired>(happens(Tick{})), max_expired_per_tick);
    EXPECT_EQ(count_of<OrderExpired>(happens(Tick{})), 1U);
    EXPECT_EQ(stock(dishes::greens).left(), 220);
}

}  // namespace
}  // namespace canteen
