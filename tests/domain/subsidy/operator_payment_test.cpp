#include "canteen/domain/subsidy/operator_payment.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

struct ServedPartner {
    Scheme scheme{"city", "City", "", "made up", {SchemeVersion{"1", {}, {SubsidyStep{}, DiscountStep{}}, {}}}, ""};
    Facts facts;
    PriceQuery query;
    Priced subsidised{{{"city", 0, "gov", {300}}}, {}, {}, {}, {}, {}};

    std::int64_t owed(const OperatorPayment& payment, const Priced& priced) {
        scheme.versions[0].operator_payments = {payment};
        return sum_of(owed_to_operator(scheme, scheme.versions[0], facts, query, priced), payment.kind).value;
    }
};

OperatorPayment three_yuan() {
    return {OperatorPaymentKind::operating, "city", {300}, false, {}, {}, {}};
}

TEST(OperatorPayment, without_conditions_it_is_owed_for_every_meal) {
    EXPECT_EQ(ServedPartner{}.owed(three_yuan(), {}), 300);
}

TEST(OperatorPayment, only_a_subsidy_step_of_this_scheme_makes_a_subsidised_meal) {
    OperatorPayment payment = three_yuan();
    payment.subsidised_only = true;
    ServedPartner served;
    EXPECT_EQ(served.owed(payment, served.subsidised), 300);
    EXPECT_EQ(served.owed(payment, {}), 0);
    EXPECT_EQ(served.owed(payment, {{{"city", 1, "canteen", {100}}}, {}, {}, {}, {}, {}}), 0) << "a discount";
    EXPECT_EQ(served.owed(payment, {{{"other", 0, "gov", {100}}}, {}, {}, {}, {}, {}}), 0) << "another scheme";
}

TEST(OperatorPayment, mode_person_and_kitchen_must_hold) {
    ServedPartner served;
    OperatorPayment delivery = three_yuan();
    delivery.modes = {ServiceMode::delivery};
    EXPECT_EQ(served.owed(delivery, {}), 0);
    served.query.mode = ServiceMode::delivery;
    EXPECT_EQ(served.owed(delivery, {}), 300);

    OperatorPayment frail = three_yuan();
    frail.who.resize(1);
    frail.who[0].any_tag = {"care_level_5"};
    EXPECT_EQ(served.owed(frail, {}), 0);
    served.facts.tags = {"care_level_5"};
    EXPECT_EQ(served.owed(frail, {}), 300);

    OperatorPayment other_kitchen = three_yuan();
    other_kitchen.own_kitchen = false;
    EXPECT_EQ(served.owed(other_kitchen, {}), 0);
    served.query.own_kitchen = false;
    EXPECT_EQ(served.owed(other_kitchen, {}), 300);
}

TEST(OperatorPayment, meal_and_day_must_hold_too) {
    ServedPartner served;
    served.query.meal.slot = MealSlot::dinner;
    OperatorPayment lunch = three_yuan();
    lunch.meals = {MealSlot::lunch};
    EXPECT_EQ(served.owed(lunch, {}), 0);
    served.query.meal.slot = MealSlot::lunch;
    EXPECT_EQ(served.owed(lunch, {}), 300);
    OperatorPayment weekend = three_yuan();
    weekend.days = {DayKind::weekend};
    EXPECT_EQ(served.owed(weekend, {}), 0);
    served.query.day_kind = DayKind::weekend;
    EXPECT_EQ(served.owed(weekend, {}), 300);
}

TEST(OperatorPayment, a_discount_with_a_limit_makes_a_subsidised_meal_as_well) {
    ServedPartner served;
    std::get<DiscountStep>(served.scheme.versions[0].steps[1]).terms.limits.per_day = 1;
    OperatorPayment payment = three_yuan();
    payment.subsidised_only = true;
    EXPECT_EQ(served.owed(payment, {{{"city", 1, "canteen", {100}}}, {}, {}, {}, {}, {}}), 300);
}

TEST(OperatorPayment, of_a_diners_day_is_owed_for_the_first_meal_whose_conditions_hold) {
    ServedPartner served;
    OperatorPayment per_day = three_yuan();
    per_day.per_diner_day = true;
    served.scheme.versions[0].operator_payments = {three_yuan(), per_day};
    const auto owed = [&](const std::set<std::size_t>& paid_today) {
        return owed_to_operator(served.scheme, served.scheme.versions[0], {}, {}, {}, paid_today);
    };
    EXPECT_EQ(sum_of(owed({}), OperatorPaymentKind::operating), Fen{600});
    ASSERT_EQ(owed({}).size(), 2U);
    EXPECT_EQ(owed({}).at(1).payment, 1U);
    EXPECT_EQ(sum_of(owed({0, 1}), OperatorPaymentKind::operating), Fen{300}) << "the other is owed for every meal";
}

TEST(OperatorPayment, payments_of_one_kind_add_up_and_kinds_stay_apart) {
    ServedPartner served;
    auto& payments = served.scheme.versions[0].operator_payments;
    payments = {three_yuan(), three_yuan(), three_yuan()};
    payments[2].kind = OperatorPaymentKind::delivery;
    const auto owed = owed_to_operator(served.scheme, served.scheme.versions[0], {}, {}, {});
    EXPECT_EQ(sum_of(owed, OperatorPaymentKind::operating), Fen{600});
    EXPECT_EQ(sum_of(owed, OperatorPaymentKind::delivery), Fen{300});
}

}  // namespace
}  // namespace canteen
