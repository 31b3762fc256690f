#include "canteen/domain/sales/refund.h"
#include "canteen/domain/decide.h"

#include "canteen/domain/order/refund_remainder.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class GivingBack : public CanteenFixture {
protected:
    Refund refund(const OrderDraft& d, std::vector<RefundLine> lines = {}) {
        return {id_of<RefundId>(++refunds_), d.id, std::move(lines), RefundReason::guest_asked, {}};
    }
    static RefundLine line(std::uint32_t n, std::uint32_t amount = 1) { return {LineId{n}, amount}; }
    static std::vector<Tender> back(const Events& events) { return the<OrderRefunded>(events).refund.back; }
    OrderDraft sold(MemberId member, std::vector<OrderLine> lines) {
        const auto d = draft_for(member, std::move(lines));
        happens(ask_in_cash(d));
        return d;
    }
    void eats(MealSlot slot) {
        state.uses[{grandma, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, {today, slot})}].ordinals = {1};
    }
    // Gives 6 for 20 yuan and more, and nothing for less.
    static Scheme six_from_twenty() {
        Scheme scheme = six_a_day();
        std::get<SubsidyStep>(scheme.versions[0].steps[0]).terms.min_spend = MinSpend{Fen{20'00}, false};
        return scheme;
    }

private:
    unsigned refunds_ = 0;
};

TEST_F(GivingBack, what_another_till_sold_is_refused) {
    const auto d = sold(neighbour, {portions(dishes::pork)});
    state.orders.at(d.id)->device = id_of<DeviceId>(99);
    EXPECT_EQ(refused(refund(d)).code, RejectionCode::other_tills_order);
    const Actor office{id_of<DeviceId>(5), Role::office};
    EXPECT_TRUE(std::holds_alternative<Events>(decide(state, office, {{}, refund(d)}, now)));
}

TEST_F(GivingBack, a_meal_that_was_handed_over_gives_every_part_back_to_where_it_came_from) {
    const auto d = sold(grandma, {portions(dishes::pork)});
    EXPECT_EQ(order(d).state, OrderState::handed_over);
    const auto events = happens(refund(d));
    EXPECT_EQ(back(events), cash({6'00}));
    for (const auto kind : {AccountKind::cash, AccountKind::receivable, AccountKind::sales})
        EXPECT_EQ(balance(kind), Fen{0});
    EXPECT_TRUE(state.uses.empty());
    EXPECT_EQ(order(d).state, OrderState::handed_over) << "its history stays";
    EXPECT_EQ(order(d).draft, d);
    EXPECT_TRUE(order(d).granted.empty());
}

TEST_F(GivingBack, what_is_left_still_counts_against_limits_in_fen_and_budgets) {
    Scheme scheme = six_a_day();
    std::get<SubsidyStep>(scheme.versions[0].steps[0]).terms.limits.given_per_month = Fen{20'00};
    scheme.versions[0].budgets = {{"civil_affairs", UseKind::budget_year, {100'00}}};
    happens(ImportScheme{scheme, 1});
    const auto d = sold(grandma, {portions(dishes::greens, 2)});
    happens(refund(d, {line(1)}));
    const auto used = [&](const UseKey& key) { return state.uses.at(key).fen; };
    const auto month = period_of(UseKind::given_month, lunch);
    const auto year = period_of(UseKind::budget_year, lunch);
    EXPECT_EQ(used({grandma, scheme.id, UseKind::given_month, month}), Fen{5'00});
    EXPECT_EQ(used({MemberId{}, scheme.id + "/civil_affairs", UseKind::budget_year, year}), Fen{5'00});
    happens(refund(d));
    EXPECT_TRUE(state.uses.empty());
}

// The rules of now charge the order otherwise, so its shares shrink as the bill does, each rounded down by itself.
TEST_F(GivingBack, what_counts_against_limits_is_what_is_left_of_each_share_to_the_fen) {
    Scheme scheme = six_a_day();
    auto& step = std::get<SubsidyStep>(scheme.versions[0].steps[0]);
    auto& benefits = step.classes[0].benefits;
    step.terms.limits.given_per_month = Fen{100'00};
    benefits = {{{"civil_affairs", FixedBenefit{{4'00}}}, {}}, {{"street", FixedBenefit{{4'00}}}, {}}};
    scheme.versions[0].budgets = {{"", UseKind::budget_year, {100'00}}};
    happens(ImportScheme{scheme, 1});
    const auto d = sold(grandma, {portions(dishes::pork, 3)});
    benefits.back() = {{"street", FixedBenefit{{5'00}}}, {}};
    happens(ImportScheme{scheme, 1});
    happens(refund(d, {line(1)}));
    Fen granted;
    for (const auto& share : order(d).granted) granted += share.fen;
    EXPECT_EQ(granted, Fen{5'32}) << "two thirds of 4.00, twice";
    const auto used = [&](const UseKey& key) { return state.uses.at(key).fen; };
    EXPECT_EQ(used({grandma, scheme.id, UseKind::given_month, period_of(UseKind::given_month, lunch)}), granted);
    EXPECT_EQ(used({MemberId{}, scheme.id, UseKind::budget_year, period_of(UseKind::budget_year, lunch)}), granted);
}

TEST_F(GivingBack, food_that_left_the_counter_does_not_come_back_to_it) {
    const auto d = sold(grandma, {portions(dishes::pork)});
    happens(refund(d));
    EXPECT_EQ(stock(dishes::pork).left(), 19);
    EXPECT_EQ(stock(dishes::pork).wasted, 0) << "it was counted when it was sold";
}

TEST_F(GivingBack, a_paid_order_not_yet_handed_over_ends_and_the_kitchen_hears_of_it) {
    const auto d = sold(grandma, {portions(dishes::noodles)});
    happens(refund(d));
    EXPECT_EQ(order(d).state, OrderState::cancelled);
    EXPECT_EQ(order(d).ticket->state, TicketState::cancelled);
    EXPECT_EQ(stock(dishes::noodles).left(), 10);
    EXPECT_EQ(balance(AccountKind::cash), Fen{0});
}

TEST_F(GivingBack, one_line_of_two_leaves_the_payer_what_he_gives_to_the_smaller_order) {
    const auto d = sold(grandma, {portions(dishes::noodles), portions(dishes::soup)});  // 19.00, of which 6 subsidy
    const auto events = happens(refund(d, {line(2)}));
    EXPECT_EQ(back(events), cash({4'00}));
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00});
    EXPECT_EQ(balance(AccountKind::cash), Fen{9'00});
    EXPECT_EQ(sums_now(order(d)).to_pay, draft_for(MemberId{}, {portions(dishes::noodles)}).shown.to_pay - Fen{6'00});
    EXPECT_EQ(count(grandma, UseKind::per_day), 1U) << "it stays a subsidised meal";
}

TEST_F(GivingBack, which_meal_of_the_day_it_was_stays_when_later_ones_were_eaten) {
    Scheme second_meal = six_a_day();
    std::get<SubsidyStep>(second_meal.versions[0].steps[0]).terms.meals_of_day = {2};
    happens(ImportScheme{second_meal, 1});
    eats(MealSlot::breakfast);
    const auto d = sold(grandma, {portions(dishes::noodles), portions(dishes::soup)});
    ASSERT_EQ(balance(AccountKind::receivable), Fen{6'00});
    eats(MealSlot::dinner);
    EXPECT_EQ(back(happens(refund(d, {line(2)}))), cash({4'00}));
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00});
}

TEST_F(GivingBack, strikes_the_line_on_the_ticket_and_returns_what_is_not_cooked) {
    const auto d = sold(MemberId{}, {portions(dishes::noodles, 2), portions(dishes::soup)});
    const auto events = happens(refund(d, {line(1)}));
    EXPECT_EQ(the<TicketStruck>(events).lines, (std::vector<StruckLine>{{0, 1, ""}}));
    EXPECT_EQ(order(d).ticket->lines[0].quantity, 1U);
    EXPECT_EQ(stock(dishes::noodles).left(), 9);
    EXPECT_EQ(order(d).state, OrderState::placed);
}

TEST_F(GivingBack, wastes_what_is_cooked) {
    const auto d = sold(MemberId{}, {portions(dishes::noodles), portions(dishes::soup)});
    happens(MarkLine{d.id, 0, true});
    happens(refund(d, {line(1)}));
    EXPECT_EQ(stock(dishes::noodles).left(), 9);
    EXPECT_EQ(stock(dishes::noodles).wasted, 1);
}

TEST_F(GivingBack, strikes_the_dish_with_the_same_note_first) {
    auto spicy = portions(dishes::noodles);
    spicy.note = "extra hot";
    const auto d = sold(MemberId{}, {portions(dishes::noodles), spicy, portions(dishes::soup)});
    EXPECT_EQ(the<TicketStruck>(happens(refund(d, {line(2)}))).lines, (std::vector<StruckLine>{{1, 0, "extra hot"}}));
}

TEST_F(GivingBack, an_order_with_nothing_left_to_cook_was_handed_over_at_the_counter) {
    const auto d = sold(MemberId{}, {portions(dishes::pork), portions(dishes::noodles)});
    happens(refund(d, {line(2)}));
    EXPECT_EQ(order(d).state, OrderState::handed_over);
    EXPECT_EQ(order(d).ticket->state, TicketState::cancelled) << "until the kitchen has seen it";
    happens(AcknowledgeCancelled{d.id});
    EXPECT_TRUE(order(d).ticket->cancel_seen);
}

TEST_F(GivingBack, part_of_a_weighed_dish_is_priced_by_what_is_left) {
    const auto d = sold(MemberId{}, {grams(dishes::fish, 333)});  // 10.82, rounded to 10.80 in cash
    const auto events = happens(refund(d, {line(1, 133)}));
    EXPECT_EQ(sums_now(order(d)).food, Fen{6'50});
    EXPECT_EQ(back(events), cash({4'30})) << "10.80 less 6.50";
    EXPECT_EQ(balance(AccountKind::rounding), Fen{0});
}

TEST_F(GivingBack, never_more_than_was_paid_and_never_twice) {
    const auto d = sold(MemberId{}, {portions(dishes::pork, 2)});
    const auto ask = refund(d, {line(1)});
    happens(ask);
    EXPECT_TRUE(happens(ask).empty()) << "the same refund once more";
    EXPECT_EQ(balance(AccountKind::cash), Fen{12'00});
    auto other = ask;
    other.lines[0].amount = 2;
    EXPECT_EQ(refused(other).code, RejectionCode::refund_differs);
    EXPECT_EQ(refused(refund(d, {line(1, 2)})).code, RejectionCode::refund_exceeds);
    EXPECT_EQ(refused(refund(d, {line(1), line(1)})).code, RejectionCode::refund_exceeds);
    EXPECT_EQ(refused(refund(d, {line(7)})).code, RejectionCode::refund_exceeds);
    happens(refund(d, {line(1)}));
    EXPECT_EQ(refused(refund(d)).code, RejectionCode::nothing_left);
    EXPECT_EQ(balance(AccountKind::cash), Fen{0});
}

TEST_F(GivingBack, says_what_cannot_be_refunded) {
    const auto hold = draft({portions(dishes::noodles)});
    happens(ask(hold));
    EXPECT_EQ(refused(refund(hold)).code, RejectionCode::not_paid);
    happens(CancelOrder{hold.id});
    EXPECT_EQ(refused(refund(hold)).code, RejectionCode::order_cancelled);
    EXPECT_EQ(refused(Refund{id_of<RefundId>(9), id_of<OrderId>(99), {}, {}, {}}).code, RejectionCode::order_unknown);
    const auto d = sold(MemberId{}, {portions(dishes::pork)});
    auto late = refund(d);
    late.answer_by = now - std::chrono::milliseconds{1};
    EXPECT_EQ(refused(late).code, RejectionCode::ask_expired);
}

TEST_F(GivingBack, takes_cash_before_the_payment_channel_and_names_its_reference) {
    const auto d = draft({portions(dishes::pork), portions(dishes::greens)});  // 17.00
    happens(ask(d, {{TenderKind::wechat, {14'00}, "4200001"}, {TenderKind::cash, {3'00}, ""}}));
    const std::vector<Tender> expected{{TenderKind::wechat, {2'00}, "4200001"}, {TenderKind::cash, {3'00}, ""}};
    EXPECT_THAT(back(happens(refund(d, {line(2)}))), ::testing::UnorderedElementsAreArray(expected));
}

TEST_F(GivingBack, the_canteen_bears_a_subsidy_lost_with_a_line_never_the_guest) {
    happens(ImportScheme{six_from_twenty(), 1});
    const auto d = sold(grandma, {portions(dishes::noodles), portions(dishes::greens)});  // 20.00, to pay 14.00
    const auto events = happens(refund(d, {line(2)}));                                    // 15.00 alone gets nothing
    EXPECT_TRUE(back(events).empty());
    EXPECT_EQ(balance(AccountKind::cash), Fen{14'00});
    EXPECT_EQ(balance(AccountKind::receivable), Fen{0});
    EXPECT_EQ(balance(AccountKind::concession), Fen{1'00});
    EXPECT_EQ(count(grandma, UseKind::per_day), 0U) << "it is no subsidised meal any more";
}

TEST_F(GivingBack, line_by_line_comes_to_the_same_as_at_once) {
    happens(ImportScheme{six_from_twenty(), 1});
    const auto d = sold(grandma, {portions(dishes::greens, 4)});  // 20.00, to pay 14.00
    EXPECT_TRUE(back(happens(refund(d, {line(1)}))).empty());
    EXPECT_EQ(back(happens(refund(d, {line(1)}))), cash({4'00})) << "10.00 alone gets nothing";
    EXPECT_EQ(balance(AccountKind::concession), Fen{});
    EXPECT_EQ(back(happens(refund(d))), cash({10'00}));
}

TEST_F(GivingBack, a_payer_gives_nothing_to_what_fell_below_his_minimum_after_another_refund) {
    Scheme second = six_from_twenty();
    second.id = "three-from-ten";
    std::get<SubsidyStep>(second.versions[0].steps[0]).terms.min_spend = MinSpend{Fen{10'00}, false};
    std::get<SubsidyStep>(second.versions[0].steps[0]).classes[0].benefits[0] = {"city", FixedBenefit{{3'00}}, {}};
    happens(ImportScheme{six_from_twenty(), 1});
    happens(ImportScheme{second, 3});
    const auto d = sold(grandma, {portions(dishes::greens, 4)});  // 20.00, to pay 11.00
    happens(refund(d, {line(1)}));                                // 15.00: three from ten stay
    EXPECT_EQ(balance(AccountKind::receivable), Fen{3'00});
    happens(refund(d, {line(1, 2)}));  // 5.00: nobody gives
    EXPECT_EQ(balance(AccountKind::receivable), Fen{});
    EXPECT_EQ(count(grandma, UseKind::per_day), 0U);
    EXPECT_EQ(balance(AccountKind::cash), Fen{5'00});
}

TEST_F(GivingBack, a_cooked_weighed_dish_is_wasted_once) {
    auto d = draft({grams(dishes::fish, 200), grams(dishes::fish, 300)});
    d.mode = ServiceMode::delivery;
    d.origin = Origin::ahead;
    show_sums(d);
    happens(ask_in_cash(d));
    happens(MarkLine{d.id, 0, true});
    happens(refund(d, {line(1, 200)}));
    EXPECT_EQ(stock(dishes::fish).wasted, 200);
    happens(CancelOrder{d.id});
    EXPECT_EQ(stock(dishes::fish).wasted, 200) << "the second was not cooked";
    EXPECT_EQ(stock(dishes::fish).left(), 4'800);
}

TEST_F(GivingBack, a_quota_gets_back_what_the_smaller_order_does_not_take) {
    const auto d = sold(villager, {portions(dishes::pork), portions(dishes::greens)});  // 17.00 by the village
    happens(refund(d, {line(1)}));
    EXPECT_EQ(balance(AccountKind::receivable), Fen{5'00});
    EXPECT_EQ(draft_for(villager, {portions(dishes::pork, 2)}).shown.to_pay, Fen{24'00 - 15'00});
}

TEST_F(GivingBack, facts_that_changed_since_do_not_rewrite_the_meal) {
    const auto d = sold(grandma, {portions(dishes::noodles), portions(dishes::soup)});  // 19.00 less 6.00
    Member changed = *state.members.at(grandma);
    changed.tags.clear();
    happens(ImportMembers{{changed}});
    happens(refund(d, {line(2)}));
    EXPECT_EQ(balance(AccountKind::receivable), Fen{4'73}) << "15/19 of 6.00, rounded down";
    EXPECT_EQ(count(grandma, UseKind::per_day), 1U);
}

TEST_F(GivingBack, a_concession_goes_back_with_the_food) {
    const auto first = sold(grandma, {portions(dishes::pork)});
    auto second = draft_for(grandma, {portions(dishes::noodles), portions(dishes::soup)});
    second.shown.shares = {{"six-a-day", 0, "civil_affairs", {6'00}}};  // a till cut off granted it again
    second.shown.to_pay = {13'00};
    EXPECT_EQ(exceptions_of(sale_in_cash(second)), std::vector{ExceptionCode::right_already_used});
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
    EXPECT_EQ(back(happens(refund(second, {line(2)}))), cash({4'00}));
    EXPECT_EQ(balance(AccountKind::concession), Fen{6'00});
    happens(refund(second));
    EXPECT_EQ(balance(AccountKind::concession), Fen{0});
    EXPECT_EQ(balance(AccountKind::receivable), Fen{6'00}) << "of the first";
}

TEST_F(GivingBack, a_cancellation_after_a_refund_gives_back_the_rest_alone) {
    const auto d = sold(MemberId{}, {portions(dishes::noodles), portions(dishes::soup)});
    happens(refund(d, {line(2)}));
    happens(CancelOrder{d.id});
    EXPECT_EQ(balance(AccountKind::cash), Fen{0});
    EXPECT_EQ(stock(dishes::soup).left(), 20);
    EXPECT_EQ(stock(dishes::noodles).left(), 10);
}

}  // namespace
}  // namespace canteen
