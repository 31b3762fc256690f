#include "canteen/domain/sales/kitchen_marks.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class TheKitchen : public CanteenFixture {
protected:
    TheKitchen() { happens(ask_in_cash(noodles)); }
    OrderDraft noodles = draft({portions(dishes::noodles), portions(dishes::soup)});
};

TEST_F(TheKitchen, marks_a_line_done_and_undone) {
    happens(MarkLine{noodles.id, 1, true});
    EXPECT_TRUE(order(noodles).ticket->lines[1].done);
    EXPECT_TRUE(happens(MarkLine{noodles.id, 1, true}).empty()) << "it is so already";
    happens(MarkLine{noodles.id, 1, false});
    EXPECT_FALSE(order(noodles).ticket->lines[1].done);
    EXPECT_EQ(refused(MarkLine{noodles.id, 2, true}).code, RejectionCode::not_on_ticket);
}

TEST_F(TheKitchen, marks_a_ticket_ready_and_recalls_it) {
    happens(MarkTicket{noodles.id, true});
    EXPECT_EQ(order(noodles).state, OrderState::ready);
    EXPECT_EQ(order(noodles).ticket->ready_at, now);
    EXPECT_EQ(state.ready_since.size(), 1U);
    EXPECT_TRUE(happens(MarkTicket{noodles.id, true}).empty());
    happens(MarkTicket{noodles.id, false});
    EXPECT_EQ(order(noodles).state, OrderState::placed);
    EXPECT_EQ(order(noodles).ticket->state, TicketState::open);
    EXPECT_TRUE(state.ready_since.empty());
}

TEST_F(TheKitchen, hands_over_from_placed_or_ready_and_then_no_mark_holds) {
    happens(MarkTicket{noodles.id, true});
    happens(HandOver{noodles.id});
    EXPECT_EQ(order(noodles).state, OrderState::handed_over);
    EXPECT_EQ(order(noodles).ticket->state, TicketState::handed_over);
    EXPECT_EQ(refused(HandOver{noodles.id}).code, RejectionCode::already_handed_over);
    EXPECT_EQ(refused(MarkTicket{noodles.id, false}).code, RejectionCode::already_handed_over);
    const auto other = draft({portions(dishes::soup)});
    happens(ask_in_cash(other));
    happens(HandOver{other.id});
    EXPECT_EQ(order(other).state, OrderState::handed_over);
}

TEST_F(TheKitchen, hands_over_nothing_of_what_was_paid_back) {
    happens(Refund{id_of<RefundId>(1), noodles.id, {}, RefundReason::quality, std::nullopt});
    EXPECT_EQ(refused(HandOver{noodles.id}).code, RejectionCode::order_cancelled);
    const auto eaten = draft({portions(dishes::soup)});
    happens(ask_in_cash(eaten));
    happens(HandOver{eaten.id});
    happens(Refund{id_of<RefundId>(2), eaten.id, {}, RefundReason::quality, std::nullopt});
    EXPECT_EQ(refused(HandOver{eaten.id}).code, RejectionCode::already_handed_over);
}

TEST_F(TheKitchen, acknowledges_a_cancelled_ticket) {
    EXPECT_EQ(refused(AcknowledgeCancelled{noodles.id}).code, RejectionCode::not_ready);
    happens(CancelOrder{noodles.id});
    EXPECT_EQ(refused(MarkLine{noodles.id, 0, true}).code, RejectionCode::order_cancelled);
    happens(AcknowledgeCancelled{noodles.id});
    EXPECT_TRUE(order(noodles).ticket->cancel_seen);
    EXPECT_TRUE(happens(AcknowledgeCancelled{noodles.id}).empty());
}

TEST_F(TheKitchen, hands_a_hold_over_only_when_it_is_paid_and_keeps_its_ready_mark) {
    auto ahead = draft({portions(dishes::noodles)});
    ahead.origin = Origin::ahead;
    ahead.due = at_site(today, 12, 0);
    happens(ask(ahead));
    happens(MarkTicket{ahead.id, true});
    EXPECT_EQ(order(ahead).state, OrderState::held);
    EXPECT_EQ(refused(HandOver{ahead.id}).code, RejectionCode::not_ready);
    happens(sale_in_cash(ahead));
    EXPECT_EQ(order(ahead).state, OrderState::ready);
    EXPECT_EQ(state.ready_since.size(), 1U);
    happens(HandOver{ahead.id});
}

TEST_F(TheKitchen, knows_only_orders_that_exist_and_lines_that_are_cooked) {
    EXPECT_EQ(refused(MarkTicket{id_of<OrderId>(999), true}).code, RejectionCode::order_unknown);
    const auto held = draft({portions(dishes::pork)});
    happens(ask(held));
    EXPECT_EQ(refused(MarkTicket{held.id, true}).code, RejectionCode::not_on_ticket);
}

TEST_F(TheKitchen, counts_portions_by_hand) {
    const StockKey soup{lunch, dishes::soup};
    happens(AddPortions{soup, StockMoveKind::restocked, 5});
    happens(AddPortions{soup, StockMoveKind::found, 1});
    happens(AddPortions{soup, StockMoveKind::wasted, 25});
    EXPECT_EQ(stock(dishes::soup).left(), 0);
    const auto too_much = refused(AddPortions{soup, StockMoveKind::wasted, 1});
    EXPECT_EQ(too_much.code, RejectionCode::amount_invalid);
    EXPECT_EQ(too_much.params, (std::vector<Param>{{"left", "0"}}));
    EXPECT_EQ(refused(AddPortions{soup, StockMoveKind::restocked, 0}).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(AddPortions{soup, StockMoveKind::sold, 1}).code, RejectionCode::amount_invalid);
    EXPECT_EQ(refused(AddPortions{{lunch, dishes::set_meal}, StockMoveKind::found, 1}).code,
              RejectionCode::amount_invalid);
    EXPECT_EQ(refused(AddPortions{{lunch, DishId{66}}, StockMoveKind::found, 1}).code, RejectionCode::dish_unknown);
    EXPECT_EQ(refused(AddPortions{{{today + 9, MealSlot::lunch}, dishes::soup}, StockMoveKind::found, 1}).code,
              RejectionCode::menu_unknown);
}

TEST_F(TheKitchen, says_sold_out_and_takes_it_back_by_cooking_more) {
    const StockKey soup{lunch, dishes::soup};
    happens(SetSoldOut{soup, true});
    EXPECT_EQ(stock(dishes::soup).sold_out_since, now);
    EXPECT_TRUE(happens(SetSoldOut{soup, true}).empty());
    happens(AddPortions{soup, StockMoveKind::found, 1});
    EXPECT_TRUE(stock(dishes::soup).sold_out_since) << "a portion found is no new pot";
    happens(AddPortions{soup, StockMoveKind::restocked, 10});
    EXPECT_FALSE(stock(dishes::soup).sold_out_since);
}

}  // namespace
}  // namespace canteen
