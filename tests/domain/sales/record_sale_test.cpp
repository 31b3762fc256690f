#include "canteen/domain/sales/record_sale.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using StatingASale = CanteenFixture;

TEST_F(StatingASale, under_another_tills_letters_is_booked_without_the_number_and_listed) {
    Device mine;
    mine.id = till.device;
    mine.letters = "B";
    mine.claimed = true;
    state.devices[mine.id] = mine;
    auto d = draft({portions(dishes::pork)});
    d.pickup.letters = "A";
    EXPECT_EQ(exceptions_of(sale_in_cash(d)), std::vector{ExceptionCode::other_tills_letters});
    EXPECT_TRUE(order(d).draft.pickup.letters.empty()) << "till A has the number for its own guest";
}

TEST_F(StatingASale, of_an_unknown_order_creates_it_paid_with_its_ticket) {
    const auto d = draft({portions(dishes::noodles)});
    const auto events = happens(sale_in_cash(d));
    EXPECT_TRUE(order(d).paid);
    EXPECT_EQ(order(d).state, OrderState::placed);
    EXPECT_TRUE(order(d).ticket);
    EXPECT_EQ(count_of<ExceptionListed>(events), 0U);
    EXPECT_EQ(balance(AccountKind::cash), Fen{15'00});
    EXPECT_EQ(stock(dishes::noodles).sold, 1);
}

// A till that printed a slip for the kitchen and was cut off for a while.
class StatingASaleOnPaper : public CanteenFixture {
protected:
    RecordSale told_by_slip(const OrderDraft& draft) const {
        RecordSale statement = sale_in_cash(draft);
        statement.kitchen_told = true;
        return statement;
    }
};

TEST_F(StatingASaleOnPaper, stands_on_the_screen_as_on_paper_to_be_handed_out) {
    const auto d = draft({portions(dishes::noodles)});
    happens(told_by_slip(d));
    EXPECT_EQ(order(d).state, OrderState::placed);
    ASSERT_TRUE(order(d).ticket);
    EXPECT_TRUE(order(d).ticket->on_paper);
    EXPECT_EQ(order(d).ticket->state, TicketState::open);
    happens(MarkTicket{d.id, true});
    EXPECT_EQ(order(d).state, OrderState::ready);
}

TEST_F(StatingASaleOnPaper, turns_the_ticket_of_an_ask_whose_answer_was_lost_into_one_on_paper) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    EXPECT_FALSE(order(d).ticket->on_paper);
    happens(told_by_slip(d));
    EXPECT_TRUE(order(d).ticket->on_paper);
    EXPECT_EQ(order(d).state, OrderState::placed);
    EXPECT_EQ(count_of<TicketOpened>(happens(told_by_slip(d))), 0U) << "stated again it changes nothing";
}

TEST_F(StatingASaleOnPaper, of_a_hold_opens_its_ticket_on_paper) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask(d));
    happens(told_by_slip(d));
    EXPECT_TRUE(order(d).ticket->on_paper);
}

TEST_F(StatingASaleOnPaper, that_was_ordered_ahead_and_stands_on_the_screen_is_marked_there) {
    auto d = draft({portions(dishes::noodles)});
    d.origin = Origin::ahead;
    d.due = at_site(today, 12, 0);
    happens(ask(d));
    ASSERT_TRUE(order(d).ticket);
    happens(told_by_slip(d));
    EXPECT_TRUE(order(d).ticket->on_paper);
}

TEST_F(StatingASaleOnPaper, is_handed_over_if_it_comes_late_with_or_without_a_ticket) {
    const auto asked = draft({portions(dishes::noodles)});
    const auto unheard = draft({portions(dishes::noodles)});
    happens(ask_in_cash(asked));
    const auto first = told_by_slip(asked);
    const auto second = told_by_slip(unheard);
    now = now + std::chrono::minutes{60};
    happens(first);
    happens(second);
    EXPECT_EQ(order(asked).state, OrderState::handed_over);
    EXPECT_EQ(order(unheard).state, OrderState::handed_over);
    EXPECT_FALSE(order(unheard).ticket);
}

TEST_F(StatingASaleOnPaper, gives_no_portion_back_when_it_is_cancelled_for_the_slip_had_it_cooked) {
    const auto d = draft({portions(dishes::noodles)});
    happens(told_by_slip(d));
    happens(CancelOrder{d.id});
    EXPECT_EQ(stock(dishes::noodles).left(), 9);
    EXPECT_EQ(order(d).ticket->state, TicketState::cancelled);
    EXPECT_FALSE(order(d).ticket->cancel_seen) << "who has the slip has to see that";
}

// The ask was accepted and its answer lost; or it was refused; or it never arrived; or it is a hold. The statement
// makes one order of it.
TEST_F(StatingASale, makes_one_order_of_every_way_an_ask_can_go_astray) {
    enum class Ask { never_came, held, accepted, expired_unread, hold_expired };
    for (const auto way : {Ask::never_came, Ask::held, Ask::accepted, Ask::expired_unread, Ask::hold_expired}) {
        for (const bool an_hour_late : {false, true}) {
            SCOPED_TRACE(testing::Message() << "ask " << static_cast<int>(way) << ", late " << an_hour_late);
            now = at_site(today, 11, 30);
            const auto sold_before = stock(dishes::soup).sold;
            const auto cash_before = balance(AccountKind::cash);
            const auto d = draft({portions(dishes::soup)});
            if (way == Ask::held || way == Ask::hold_expired) happens(ask(d));
            if (way == Ask::accepted) happens(ask_in_cash(d));
            if (way == Ask::expired_unread) {
                auto too_late = ask_in_cash(d);
                too_late.answer_by = now - std::chrono::milliseconds{1};
                EXPECT_EQ(refused(too_late).code, RejectionCode::ask_expired);
            }
            if (way == Ask::hold_expired) {
                now = now + state.site.hold_for;
                happens(Tick{});
                EXPECT_EQ(order(d).state, OrderState::expired);
            }
            auto statement = sale_in_cash(d);
            if (an_hour_late) now = now + std::chrono::minutes{60};
            EXPECT_THAT(exceptions_of(statement), IsEmpty());
            EXPECT_THAT(exceptions_of(statement), IsEmpty()) << "a statement with another command id";
            EXPECT_NE(refused(ask_in_cash(d)).code, RejectionCode::price_changed) << "a late ask is no second order";

            EXPECT_EQ(stock(dishes::soup).sold, sold_before + 1);
            EXPECT_EQ(stock(dishes::soup).held, 0);
            EXPECT_EQ(balance(AccountKind::cash), cash_before + Fen{4'00});
            EXPECT_TRUE(order(d).paid);
            const bool kitchen_sees_it = !an_hour_late || way == Ask::accepted;
            EXPECT_EQ(order(d).state, kitchen_sees_it ? OrderState::placed : OrderState::handed_over);
            EXPECT_EQ(order(d).ticket.has_value(), kitchen_sees_it) << "no late ticket";
            EXPECT_TRUE(state.expiries.empty());
        }
    }
}

TEST_F(StatingASale, of_other_sums_or_tenders_than_were_accepted_is_listed) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    EXPECT_THAT(exceptions_of(sale(d, {{TenderKind::wechat, {15'00}, "w"}})),
                ElementsAre(ExceptionCode::statement_differs));
    EXPECT_EQ(balance(AccountKind::cash), Fen{15'00}) << "the books stay as accepted";
}

TEST_F(StatingASale, of_a_cancelled_order_books_its_money_aside_once) {
    const auto d = draft({portions(dishes::noodles)});
    happens(ask_in_cash(d));
    happens(CancelOrder{d.id});
    EXPECT_THAT(exceptions_of(sale_in_cash(d)), ElementsAre(ExceptionCode::cancelled_before_sale));
    EXPECT_THAT(exceptions_of(sale_in_cash(d)), IsEmpty());
    EXPECT_EQ(balance(AccountKind::cash), Fen{15'00});
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{-15'00});
    EXPECT_EQ(order(d).state, OrderState::cancelled);
    EXPECT_EQ(stock(dishes::noodles).left(), 10);
}

TEST_F(StatingASale, takes_what_the_count_does_not_have_as_oversold) {
    const auto d = draft({portions(dishes::noodles, 13)});
    const auto events = happens(sale_in_cash(d));
    EXPECT_EQ(the<ExceptionListed>(events).exception.params, (std::vector<Param>{{"dish", "2"}, {"amount", "3"}}));
    EXPECT_EQ(stock(dishes::noodles).left(), 0);
    EXPECT_EQ(stock(dishes::noodles).oversold, 3);
    EXPECT_EQ(stock(dishes::noodles).sold, 13);
}

TEST_F(StatingASale, with_a_right_used_meanwhile_keeps_the_price_and_the_canteen_bears_it) {
    const auto offline = draft_for(grandma, {portions(dishes::noodles)});
    happens(ask_in_cash(draft_for(grandma, {portions(dishes::noodles)})));

    const auto events = happens(sale_in_cash(offline));
    EXPECT_EQ(balance(AccountKind::cash), Fen{18'00}) << "9 yuan each, as told";
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00}) << "the payer is charged once";
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
    EXPECT_EQ(the<RightDisputed>(events).key.kind, UseKind::per_day);
    const auto listed = the<ExceptionListed>(events).exception;
    EXPECT_EQ(listed.code, ExceptionCode::right_already_used);
    EXPECT_EQ(listed.params, (std::vector<Param>{{"scheme", "six-a-day"}, {"fen", "600"}}));
    EXPECT_EQ(count(grandma, UseKind::per_day), 1U);
}

TEST_F(StatingASale, with_a_quota_spent_meanwhile_grants_what_is_left_of_it) {
    const auto offline = draft_for(villager, {portions(dishes::noodles)});
    happens(ask(draft_for(villager, {portions(dishes::noodles)})));
    const auto events = happens(sale(offline, {}));
    EXPECT_EQ(order(offline).granted, (std::vector<Share>{{"twenty-a-month", 0, "village", {5'00}}}));
    EXPECT_EQ(balance(AccountKind::concession), Fen{10'00});
    EXPECT_EQ(the<RightDisputed>(events).key.kind, UseKind::quota_month);
}

TEST_F(StatingASale, uses_the_right_of_the_meals_own_date_however_late_it_comes) {
    const auto yesterdays = draft_for(grandma, {portions(dishes::noodles)});
    const auto statement = sale_in_cash(yesterdays);
    now = at_site(today + 1, 11, 0);
    EXPECT_THAT(exceptions_of(statement), IsEmpty());
    EXPECT_EQ(order(yesterdays).rights.at(0).key.period, period_of(UseKind::per_slot, lunch));
    EXPECT_FALSE(order(yesterdays).ticket);
}

TEST_F(StatingASale, at_a_price_that_is_not_the_menus_is_kept_and_listed) {
    auto d = draft({portions(dishes::pork)});
    d.lines[0].unit_price = d.lines[0].amount = d.shown.food = d.shown.to_pay = {10'00};
    const auto listed = the<ExceptionListed>(happens(sale_in_cash(d))).exception;
    EXPECT_EQ(listed.code, ExceptionCode::price_differs);
    EXPECT_EQ(listed.params, (std::vector<Param>{{"charged", "1000"}, {"expected", "1200"}}));
    EXPECT_EQ(balance(AccountKind::sales), Fen{-10'00});
}

TEST_F(StatingASale, whose_tenders_do_not_come_to_what_was_charged_is_balanced_on_the_exceptions_account) {
    const auto d = draft({portions(dishes::pork)});
    EXPECT_THAT(exceptions_of(sale(d, cash({11'00}))), ElementsAre(ExceptionCode::price_differs));
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{1'00});
}

TEST_F(StatingASale, without_money_in_the_account_books_what_is_missing_aside) {
    const auto d = draft_for(neighbour, {portions(dishes::pork)});
    const auto listed = the<ExceptionListed>(happens(sale(d, {{TenderKind::stored_value, {12'00}, ""}}))).exception;
    EXPECT_EQ(listed.code, ExceptionCode::account_short);
    EXPECT_EQ(listed.params, (std::vector<Param>{{"missing", "1200"}}));
    EXPECT_EQ(balance(AccountKind::exceptions), Fen{12'00});
    EXPECT_EQ(balance(AccountKind::member_principal), Fen{0});
}

TEST_F(StatingASale, lists_everything_else_that_does_not_fit) {
    const auto first = draft({portions(dishes::greens)});
    happens(sale_in_cash(first));
    auto d = draft({portions(dishes::greens), portions(dishes::soup)});
    d.lines[1].dish = DishId{66};
    d.member = id_of<MemberId>(99);
    d.pickup = first.pickup;
    auto statement = sale_in_cash(d);
    statement.sold_at = at_site(today, 9, 0);
    EXPECT_THAT(exceptions_of(statement), ElementsAre(ExceptionCode::dish_unknown, ExceptionCode::member_unknown,
                                                      ExceptionCode::outside_hours, ExceptionCode::pickup_number_used));
    EXPECT_EQ(order(d).draft.pickup, PickupNumber{}) << "the number stays with the first";
    EXPECT_EQ(state.pickups.at({today, first.pickup}), first.id);
}

TEST_F(StatingASale, of_a_meal_without_a_menu_is_booked_without_stock_or_ticket) {
    auto d = draft({portions(dishes::noodles)});
    d.meal = {today + 7, MealSlot::lunch};
    EXPECT_THAT(exceptions_of(sale_in_cash(d)), ElementsAre(ExceptionCode::menu_unknown));
    EXPECT_EQ(order(d).state, OrderState::handed_over);
    EXPECT_TRUE(order(d).consumed.empty());
}

TEST_F(StatingASale, an_ahead_order_stated_late_is_still_cooked_for_its_time) {
    auto d = draft({portions(dishes::noodles)});
    d.origin = Origin::ahead;
    d.due = at_site(today, 13, 0);
    const auto statement = sale_in_cash(d);
    now = at_site(today, 12, 30);
    happens(statement);
    EXPECT_TRUE(order(d).ticket);
}

// The till's menu of that day sold by weight a dish that this one counts in portions.
TEST_F(StatingASale, of_grams_of_a_portioned_dish_can_be_cooked_and_taken_back) {
    auto d = draft({portions(dishes::noodles)});
    d.lines[0].grams = 800;
    d.lines[0].price_grams = 100;
    d.lines[0].unit_price = {1'50};
    d.lines[0].amount = d.shown.food = d.shown.to_pay = {12'00};
    happens(sale_in_cash(d));
    happens(MarkTicket{d.id, true});
    happens(CancelOrder{d.id});
    EXPECT_EQ(stock(dishes::noodles).wasted, 1) << "never more than was taken";
    EXPECT_EQ(stock(dishes::noodles).left(), 9);
}

TEST_F(StatingASale, is_refused_only_if_it_is_no_order_at_all) {
    auto d = draft({portions(dishes::noodles)});
    d.lines[0].quantity = 0;
    EXPECT_EQ(refused(sale_in_cash(d)).code, RejectionCode::line_invalid);
}

// Gives everyone 6 yuan, of which the town bears 10 yuan in a year.
Scheme town_with_a_budget() {
    Scheme scheme = six_a_day();
    scheme.id = "town";
    auto& step = std::get<SubsidyStep>(scheme.versions[0].steps[0]);
    step.terms.limits = {};
    step.classes[0].who.clear();
    step.classes[0].benefits[0].benefit.payer = "town";
    scheme.versions[0].budgets = {{"town", UseKind::budget_year, {10'00}}};
    return scheme;
}

TEST_F(StatingASale, of_a_cut_off_till_leaves_the_canteen_what_is_over_a_budget) {
    happens(ImportScheme{town_with_a_budget(), 0});
    const auto first = draft_for(neighbour, {portions(dishes::noodles)});
    const auto second = draft_for(MemberId{}, {portions(dishes::noodles)});
    ASSERT_EQ(second.shown.to_pay, Fen{9'00}) << "both tills knew of an untouched budget";
    happens(sale_in_cash(first));
    const auto events = happens(sale_in_cash(second));
    EXPECT_EQ(order(second).granted, (std::vector<Share>{{"town", 0, "town", {4'00}}}));
    EXPECT_EQ(balance(AccountKind::concession), Fen{2'00});
    EXPECT_EQ(the<ExceptionListed>(events).exception.code, ExceptionCode::right_already_used);
    EXPECT_EQ(the<RightDisputed>(events).key.kind, UseKind::budget_year);

    const auto third = draft_for(neighbour, {portions(dishes::noodles)});
    EXPECT_EQ(third.shown.to_pay, Fen{15'00}) << "nothing is left";
    happens(CancelOrder{second.id});
    const auto fourth = draft_for(neighbour, {portions(dishes::noodles)});
    EXPECT_EQ(fourth.shown.to_pay, Fen{11'00}) << "what a cancelled order took is there again";
}

TEST_F(StatingASale, of_somebody_who_is_no_carer_is_booked_and_listed) {
    auto d = draft_for(neighbour, {portions(dishes::pork)});
    d.ordered_by = grandma;
    EXPECT_EQ(exceptions_of(sale_in_cash(d)), std::vector{ExceptionCode::not_a_carer});
    EXPECT_EQ(order(d).draft.ordered_by, grandma);
    auto nobody = draft({portions(dishes::pork)});
    nobody.ordered_by = grandma;
    EXPECT_EQ(exceptions_of(sale_in_cash(nobody)), std::vector{ExceptionCode::not_a_carer});

    Member cared_for = state.members.at(neighbour).value();
    cared_for.carers = {{"王", "", grandma, {}}};
    happens(PutMember{cared_for});
    auto by_carer = draft_for(neighbour, {portions(dishes::pork)});
    by_carer.ordered_by = grandma;
    EXPECT_TRUE(exceptions_of(sale_in_cash(by_carer)).empty());
}

}  // namespace
}  // namespace canteen
