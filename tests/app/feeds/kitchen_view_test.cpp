#include "canteen/app/feeds/kitchen_view.h"

#include <gtest/gtest.h>

#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace canteen::testing;
using namespace std::chrono_literals;

Order order_with_ticket(std::uint32_t number, Date date = lunch_date) {
    Order order;
    order.draft = draft_of(number, noodles, {"A", number});
    order.ticket = Ticket{};
    order.ticket->order = order.draft.id;
    order.ticket->meal = lunch_on(date);
    order.ticket->lines.resize(2);
    return order;
}

class KitchenViewTest : public ::testing::Test {
protected:
    std::vector<Ticket> changes_of(const Event& event) {
        view.apply(event, 1);
        std::vector<Ticket> tickets;
        for (const auto& item : view.take_changes())
            if (const auto* ticket = std::get_if<Ticket>(&item)) tickets.push_back(*ticket);
        return tickets;
    }
    std::size_t shown() const { return view.snapshot().size(); }

    KitchenView view{{}, {}, {}, lunch_date};
    Order order = order_with_ticket(1);
    OrderId id = order.draft.id;
};

TEST_F(KitchenViewTest, ATicketIsShownUntilItIsHandedOver) {
    EXPECT_EQ(changes_of(OrderPlaced{order}).size(), 1u);
    EXPECT_EQ(shown(), 1u);
    auto last = changes_of(OrderHandedOver{id, noon()});
    ASSERT_EQ(last.size(), 1u);
    EXPECT_EQ(last.at(0).state, TicketState::handed_over);
    EXPECT_EQ(shown(), 0u);
}

TEST_F(KitchenViewTest, MarksAreSeen) {
    view.apply(OrderPlaced{order}, 1);
    EXPECT_TRUE(changes_of(LineMarked{id, 1, true}).at(0).lines.at(1).done);
    auto ready = changes_of(TicketMarked{id, true, noon()}).at(0);
    EXPECT_EQ(ready.state, TicketState::ready);
    EXPECT_EQ(ready.ready_at, noon());
    auto recalled = changes_of(TicketMarked{id, false, noon()}).at(0);
    EXPECT_EQ(recalled.state, TicketState::open);
    EXPECT_EQ(recalled.ready_at, std::nullopt);
}

TEST_F(KitchenViewTest, AStruckTicketIsShownAsCancelledUntilTheKitchenHasSeenIt) {
    order.ticket->lines[0].quantity = order.ticket->lines[1].quantity = 2;
    order.ticket->lines[1].index = 1;
    view.apply(OrderPlaced{order}, 1);
    const auto part = changes_of(TicketStruck{id, {{1, 1, "hot"}}}).at(0);
    EXPECT_EQ(part.lines.at(1).quantity, 1u);
    EXPECT_EQ(part.lines.at(1).note, "hot");
    EXPECT_EQ(part.state, TicketState::open);
    view.apply(TicketStruck{id, {{0, 0, ""}, {1, 0, "hot"}}}, 1);
    EXPECT_EQ(changes_of(OrderHandedOver{id, noon()}).at(0).state, TicketState::cancelled);
    EXPECT_EQ(shown(), 1u);
    view.apply(CancelAcknowledged{id}, 1);
    view.take_changes();
    EXPECT_EQ(shown(), 0u);
}

TEST_F(KitchenViewTest, ACancelledTicketStaysUntilTheKitchenHasSeenIt) {
    view.apply(OrderPlaced{order}, 1);
    EXPECT_EQ(changes_of(OrderCancelled{id, noon()}).at(0).state, TicketState::cancelled);
    EXPECT_EQ(shown(), 1u);
    EXPECT_TRUE(changes_of(CancelAcknowledged{id}).at(0).cancel_seen);
    EXPECT_EQ(shown(), 0u);
}

TEST_F(KitchenViewTest, AHoldThatExpiredAndWasSoldLateLeavesTheScreen) {
    view.apply(OrderHeld{order}, 1);
    view.apply(OrderExpired{id, noon()}, 2);
    view.take_changes();
    EXPECT_EQ(shown(), 1u);
    order.ticket.reset();
    EXPECT_EQ(changes_of(OrderPlaced{order}).at(0).state, TicketState::handed_over);
    EXPECT_EQ(shown(), 0u);
}

TEST_F(KitchenViewTest, SeveralChangesOfATicketInOneBatchAreOneItem) {
    view.apply(OrderPlaced{order}, 1);
    EXPECT_EQ(changes_of(TicketMarked{id, true, noon()}).size(), 1u);
}

TEST_F(KitchenViewTest, ReadyTicketsOfEarlierDaysAndOldMenusAreNotShown) {
    view.apply(OrderPlaced{order}, 1);
    view.apply(OrderPlaced{order_with_ticket(2)}, 1);
    view.apply(TicketMarked{id, true, noon()}, 1);
    view.apply(MenuPublished{lunch_menu()}, 1);
    view.take_changes();
    EXPECT_EQ(shown(), 2u + 1u + 3u);
    view.on_date(lunch_date + 1);
    EXPECT_EQ(shown(), 1u);
}

// A house that never marks its tickets would carry all of them for ever.
TEST_F(KitchenViewTest, AnOpenTicketOfYesterdayIsShownAndOlderOnesAreNot) {
    auto seen_nowhere = order_with_ticket(2);
    view.apply(OrderPlaced{order}, 1);
    view.apply(OrderPlaced{seen_nowhere}, 1);
    view.apply(OrderCancelled{seen_nowhere.draft.id, noon()}, 1);
    view.take_changes();
    view.on_date(lunch_date + 1);
    EXPECT_EQ(shown(), 2u);
    EXPECT_EQ(changes_of(TicketMarked{id, false, noon()}).size(), 1u);
    view.on_date(lunch_date + 2);
    EXPECT_EQ(shown(), 0u);
    EXPECT_TRUE(changes_of(OrderHandedOver{id, noon()}).empty());

    EXPECT_TRUE(changes_of(OrderPlaced{order_with_ticket(3)}).empty()) << "of two days ago";
    EXPECT_EQ(changes_of(OrderPlaced{order_with_ticket(4, lunch_date + 3)}).size(), 1u);
    const std::vector<Ticket> kept{*order.ticket, *order_with_ticket(5, lunch_date + 1).ticket};
    EXPECT_EQ(KitchenView(kept, {}, {}, lunch_date + 2).snapshot().size(), 1u);
}

TEST_F(KitchenViewTest, ADishThatNobodyHasMovedIsShownAsEmpty) {
    view.apply(MenuPublished{lunch_menu()}, 1);
    auto items = view.take_changes();
    ASSERT_EQ(items.size(), 4u);
    EXPECT_TRUE(std::get<PortionsLeft>(items.back()).sold_out);
}

TEST_F(KitchenViewTest, TomorrowsDishesAreNotTodaysBusiness) {
    view.apply(MenuPublished{lunch_menu(lunch_date + 1)}, 1);
    view.apply(StockMoved{{{lunch_on(lunch_date + 1), rice}, StockMoveKind::planned, 5}}, 1);
    EXPECT_TRUE(view.take_changes().empty());
    view.on_date(lunch_date + 1);
    EXPECT_EQ(shown(), 4u);
}

}  // namespace
}  // namespace canteen
