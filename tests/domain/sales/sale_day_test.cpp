// Finds a sale's day when the clock that states it is not to be believed.
#include "canteen/domain/sales/sale_day.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class SaleOfADay : public CanteenFixture {
public:
    // Marks the sale as the session does: with the receipt's time, and what the till said.
    RecordSale doubtful(const OrderDraft& d, Timestamp said) const {
        auto statement = sale_in_cash(d);
        statement.clock_doubtful = true;
        statement.sold_at = now;
        statement.said_at = said;
        return statement;
    }
};

TEST_F(SaleOfADay, that_nobody_believes_makes_no_ticket_of_last_weeks_meal) {
    const auto d = draft({portions(dishes::noodles)});
    const auto statement = doubtful(d, now);
    now = now + 8 * 24h;
    happens(statement);
    EXPECT_FALSE(order(d).ticket);
    EXPECT_EQ(order(d).state, OrderState::handed_over);
}

TEST_F(SaleOfADay, by_a_clock_that_is_ahead_is_todays_but_is_not_cooked) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    EXPECT_THAT(exceptions_of(doubtful(d, now + 3h)), ElementsAre(ExceptionCode::clock_doubtful));
    EXPECT_FALSE(order(d).ticket);
    EXPECT_FALSE(order(d).day_doubtful);
    EXPECT_EQ(order(d).granted.size(), 1U) << "its right is used as ever";
    EXPECT_EQ(stock(dishes::noodles).sold, 1);
}

TEST_F(SaleOfADay, of_an_earlier_date_makes_no_ticket_however_young_it_is) {
    const auto d = draft({portions(dishes::noodles)});
    now = at_site(today + 1, 0, 3);
    auto statement = sale_in_cash(d);
    statement.sold_at = at_site(today, 23, 58);
    happens(statement);
    EXPECT_FALSE(order(d).ticket);
}

TEST_F(SaleOfADay, ahead_is_cooked_for_its_hour_whatever_the_clock_said) {
    auto d = draft({portions(dishes::noodles)});
    d.origin = Origin::ahead;
    d.due = now + 1h;
    happens(doubtful(d, now + 10min));
    ASSERT_TRUE(order(d).ticket);
    EXPECT_EQ(order(d).ticket->due, *d.due);
}

TEST_F(SaleOfADay, that_is_doubtful_keeps_money_and_price_and_uses_nothing) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    const auto statement = doubtful(d, at_site(today + 1, 12, 0));
    now = now + 2 * 24h;
    const auto events = happens(statement);
    EXPECT_EQ(the<ExceptionListed>(events).exception.code, ExceptionCode::day_doubtful);
    EXPECT_TRUE(order(d).day_doubtful);
    EXPECT_EQ(order(d).draft.shown, d.shown);
    EXPECT_EQ(balance(AccountKind::cash), Fen{9'00});
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00}) << "nobody is asked for the share yet";
    EXPECT_EQ(balance(AccountKind::receivable), Fen{});
    EXPECT_EQ(count(grandma, UseKind::per_day), 0U);
    EXPECT_EQ(count(grandma, UseKind::meal_eaten), 0U);
    EXPECT_EQ(stock(dishes::noodles).sold, 0);
    EXPECT_EQ(refused(Refund{id_of<RefundId>(1), d.id, {}, RefundReason::quality, {}}).code,
              RejectionCode::day_not_said);
}

TEST_F(SaleOfADay, is_booked_as_a_late_sale_of_the_meal_the_office_says) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    const auto statement = doubtful(d, now);
    now = now + 8 * 24h;
    happens(statement);
    const auto events = happens(DateSale{d.id, lunch});
    EXPECT_EQ(the<SaleDated>(events).order.placed_at, at_site(today, 11, 30)) << "the till's word for that day";
    EXPECT_FALSE(order(d).day_doubtful);
    EXPECT_FALSE(order(d).ticket);
    EXPECT_EQ(order(d).granted, (std::vector<Share>{{"six-a-day", 0, "civil_affairs", {6'00}}}));
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00});
    EXPECT_EQ(balance(AccountKind::concession), Fen{});
    EXPECT_EQ(balance(AccountKind::cash), Fen{9'00});
    EXPECT_EQ(count(grandma, UseKind::per_day), 1U);
    EXPECT_EQ(stock(dishes::noodles).sold, 1);
    EXPECT_EQ(refused(DateSale{d.id, lunch}).code, RejectionCode::day_is_known);
}

TEST_F(SaleOfADay, of_a_meal_whose_right_is_used_stays_with_the_canteen) {
    happens(ask_in_cash(draft_for(grandma, {portions(dishes::noodles)})));
    auto d = draft_for(grandma, {portions(dishes::noodles)});
    d.shown = {Fen{15'00}, {}, {{"six-a-day", 0, "civil_affairs", Fen{6'00}}}, Fen{9'00}};
    auto statement = doubtful(d, now);
    statement.tenders = cash({9'00});
    now = now + 8 * 24h;
    happens(statement);
    EXPECT_THAT(exceptions_of(DateSale{d.id, lunch}), ElementsAre(ExceptionCode::right_already_used));
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00}) << "the payer is charged once";
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
}

TEST_F(SaleOfADay, moves_an_employers_allowance_from_the_canteen_to_the_employer) {
    happens(SetEmployer{acme()});
    employ(neighbour, "acme");
    auto d = draft_for(neighbour, {portions(dishes::noodles)});
    auto statement = doubtful(d, now);
    statement.tenders = {{TenderKind::allowance, Fen{10'00}, "acme"}, {TenderKind::cash, Fen{5'00}, ""}};
    now = now + 8 * 24h;
    happens(statement);
    EXPECT_EQ(balance(AccountKind::concession), Fen{10'00});
    happens(DateSale{d.id, lunch});
    EXPECT_EQ(balance(AccountKind::concession), Fen{});
    EXPECT_EQ(balance(Account{AccountKind::allowance, "acme"}), Fen{10'00});
    EXPECT_EQ(allowance_used(neighbour, "acme"), Fen{10'00});
}

TEST_F(SaleOfADay, may_be_said_of_no_day_to_come_and_of_no_other_sale) {
    const auto d = draft({portions(dishes::noodles)});
    const auto statement = doubtful(d, now);
    now = now + 8 * 24h;
    happens(statement);
    EXPECT_EQ(refused(DateSale{d.id, {today + 9, MealSlot::lunch}}).code, RejectionCode::period_invalid);
    EXPECT_EQ(refused(DateSale{id_of<OrderId>(999), lunch}).code, RejectionCode::order_unknown);
}

TEST_F(SaleOfADay, replayed_makes_the_same_order) {
    const auto d = draft_for(grandma, {portions(dishes::noodles)});
    const auto statement = doubtful(d, now);
    now = now + 8 * 24h;
    happens(statement);
    happens(DateSale{d.id, lunch});
    Canteen again;
    again.menus[lunch] = lunch_on(today);
    for (const auto& event : journal) apply(again, event);
    EXPECT_EQ(again.orders.at(d.id), state.orders.at(d.id));
}

}  // namespace
}  // namespace canteen
