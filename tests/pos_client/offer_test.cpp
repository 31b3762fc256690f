#include "pos-client/till/offer.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "tests/pos_client/lunch.h"

namespace canteen::till::test {
namespace {

std::variant<Offer, Rejection> offer(const Basket& basket, const Uses& own = {}, const Replica& p = replica()) {
    return offer_for(basket, {p, own, noon, true});
}

OrderDraft draft(const Basket& basket, const Uses& own = {}) {
    return std::get<Offer>(offer(basket, own)).draft;
}

Rejection refusal(const Basket& basket) {
    return std::get<Rejection>(offer(basket));
}

TEST(Offer, addsUpPortionsAndGramsAtTheMenusPrices) {
    const auto sums = draft(basket({{pork, 2}, {rice, 1, 255}})).shown;
    EXPECT_EQ(sums.food, (Fen{2 * 12'00 + 505}));  // 1.98 * 2.55 = 5.049, half up
    EXPECT_EQ(sums.to_pay, sums.food);
    EXPECT_TRUE(sums.shares.empty());
}

TEST(Offer, namesTheMenuAndSheetItWasMadeFrom) {
    const auto made = draft(basket({{pork}}, member_number));
    EXPECT_EQ(made.menu, (MenuVersion{7}));
    EXPECT_EQ(made.sheet, 3U);
    EXPECT_EQ(made.member, member);
    EXPECT_EQ(made.meal, lunch);
}

TEST(Offer, givesAMemberWhatPriceGives) {
    const auto made = std::get<Offer>(offer(basket({{set_meal}}, member_number)));
    PriceQuery query;
    query.lines = {{{15'00}, true, 1}};
    query.meal = lunch;
    const auto priced = price(query, member_sheet(), {});
    EXPECT_EQ(made.draft.shown.shares, priced.shares);
    EXPECT_EQ(made.draft.shown.to_pay, priced.self_pay);
    EXPECT_EQ(made.draft.shown.to_pay, (Fen{9'00}));
}

TEST(Offer, saysHowTheMemberWasKnownAndPricesByIt) {
    auto by_card = member_sheet();
    by_card.schemes[0].identification = {Identified::card};
    Replica p;
    p.put_menu(menu());
    p.put_sheets({guest_sheet(), by_card});
    auto wanted = basket({{set_meal}}, member_number);
    wanted.identified = Identified::number;
    EXPECT_EQ(std::get<Offer>(offer(wanted, {}, p)).draft.shown.to_pay, (Fen{15'00}));
    EXPECT_EQ(std::get<Offer>(offer(wanted, {}, p)).why.at(0).code, "not_identified");
    wanted.identified = Identified::card;
    const auto made = std::get<Offer>(offer(wanted, {}, p)).draft;
    EXPECT_EQ(made.shown.to_pay, (Fen{9'00}));
    EXPECT_EQ(made.identified, Identified::card);
}

TEST(Offer, knowsAMemberByCardOrNumberAndSaysWhich) {
    auto p = replica();
    auto sheet = member_sheet();
    sheet.cards = {"0004711"};
    p.put_sheets({sheet});
    auto by_card = basket({{set_meal}});
    by_card.card = "0004711";
    const auto shown = std::get<Offer>(offer(by_card, {}, p)).draft;
    EXPECT_EQ(shown.member, member);
    EXPECT_EQ(shown.identified, Identified::card);
    EXPECT_EQ(shown.shown.to_pay, (Fen{9'00}));
    EXPECT_EQ(draft(basket({{set_meal}}, member_number)).identified, Identified::number);
    EXPECT_EQ(draft(basket({{set_meal}})).identified, Identified::not_said);
    by_card.card = "0004712";
    EXPECT_EQ(std::get<Rejection>(offer(by_card, {}, p)).code, RejectionCode::member_unknown);
}

TEST(Offer, countsTheTillsOwnUsesTheServerHasNotShown) {
    const auto first = std::get<Offer>(offer(basket({{set_meal}}, member_number)));
    Uses own;
    for (const auto& [key, used] : first.uses) own[key] += used;
    EXPECT_EQ(draft(basket({{set_meal}}, member_number), own).shown.to_pay, (Fen{15'00}));
}

// The first meal of the day is free, the second costs half; a second order of the same meal is not a third.
TEST(Offer, countsSeveralOrdersOfAMealAsOneMealEaten) {
    auto by_meal = member_sheet();
    DiscountRight right;
    right.payer = "pool";
    right.pay_percent_by_meal_of_day = {0, 50};
    by_meal.schemes = {{"first-free", "2025", {{0, std::vector<DiscountRight>{right}}}}};
    Replica p;
    p.put_menu(menu());
    p.put_sheets({guest_sheet(), by_meal});
    Uses own;
    const auto charged = [&] {
        const auto made = std::get<Offer>(offer(basket({{pork}}, member_number), own, p));
        for (const auto& [key, used] : made.uses) own[key] += used;
        return made.draft.shown.to_pay;
    };
    EXPECT_EQ(charged(), (Fen{0}));
    EXPECT_EQ(charged(), (Fen{6'00}));
    EXPECT_EQ(charged(), (Fen{6'00}));
}

TEST(Offer, fillsASetMealWithWhatIsLeft) {
    auto p = replica();
    p.put_portions({lunch, pork}, {0, true});
    const auto made = std::get<Offer>(offer(basket({{set_meal}}), {}, p)).draft;
    const std::vector<ChosenDish> chosen{{0, noodles}, {1, greens}};
    EXPECT_EQ(made.lines.at(0).chosen, chosen);
}

TEST(Offer, takesTheDishesNamedForASetMeal) {
    const auto made = draft(basket({{set_meal, 1, 0, {greens, noodles}}}));
    const std::vector<ChosenDish> chosen{{1, greens}, {0, noodles}};
    EXPECT_EQ(made.lines.at(0).chosen, chosen);
    EXPECT_EQ(refusal(basket({{set_meal, 1, 0, {greens, greens}}})).code, RejectionCode::line_invalid);
}

TEST(Offer, showsTheSumsTheGuestAgreedTo) {
    auto wanted = basket({{pork}});
    wanted.agreed = Sums{{12'00}, {}, {}, {11'00}};
    EXPECT_EQ(draft(wanted).shown, *wanted.agreed);
}

// Goes by the member's sheet, and by the uses of the feed and the till's own.
TEST(Offer, namesWhatEmployersStillGiveForTheMeal) {
    auto employed = member_sheet();
    employed.employers = {{"acme", "acme", true, Allowance{{}, {10'00}, {}, {}, {}}}, {"branch", "branch", false, {}}};
    Replica p;
    p.put_menu(menu());
    p.put_sheets({guest_sheet()});
    p.put_sheets({employed});
    const UseKey key{member, "acme", UseKind::allowance, period_of(UseKind::allowance, lunch)};
    p.put_use(key, 2'00);
    const auto made = std::get<Offer>(offer(basket({{pork}}, member_number), {{key, 3'00}}, p));
    EXPECT_EQ(made.allowances, (std::map<std::string, Fen>{{"acme", {5'00}}}));
    EXPECT_EQ(made.accounts, (std::set<std::string>{"acme"}));
    EXPECT_TRUE(std::get<Offer>(offer(basket({{pork}}), {}, p)).allowances.empty());
}

TEST(Offer, refusesWhatTheTillCannotPrice) {
    EXPECT_EQ(refusal(basket({{DishId{999}}})).code, RejectionCode::dish_unknown);
    EXPECT_EQ(refusal(basket({{pork}}, "4711")).code, RejectionCode::member_unknown);
    EXPECT_EQ(refusal(basket({{rice}})).code, RejectionCode::line_invalid);          // no grams
    EXPECT_EQ(refusal(basket({{pork, 1, 100}})).code, RejectionCode::line_invalid);  // grams of a portion
    EXPECT_EQ(refusal(basket({{pork, 501}})).code, RejectionCode::line_invalid);
    EXPECT_EQ(refusal(basket({})).code, RejectionCode::line_invalid);
    auto dinner = basket({{pork}});
    dinner.meal = Meal{day, MealSlot::dinner};
    EXPECT_EQ(refusal(dinner).code, RejectionCode::menu_unknown);
}

TEST(Offer, grantsNothingOnADayNoSheetReaches) {
    auto p = replica();
    auto later = menu();
    later.meal.date = day + 20;
    p.put_menu(later);
    auto wanted = basket({{set_meal}}, member_number);
    wanted.meal = later.meal;
    EXPECT_EQ(std::get<Offer>(offer(wanted, {}, p)).draft.shown.to_pay, (Fen{15'00}));
}

RC_GTEST_PROP(OfferProperty, foodAndFeeAreSharesAndWhatIsLeftToPay, ()) {
    Basket wanted;
    const auto lines = *rc::gen::inRange(1, 10);
    for (int i = 0; i < lines; ++i) {
        const auto which = *rc::gen::element(pork, greens, noodles, rice, set_meal);
        const auto amount = static_cast<std::uint32_t>(*rc::gen::inRange(1, 30));
        wanted.lines.push_back(which == rice ? BasketLine{rice, 1, amount} : BasketLine{which, amount});
    }
    wanted.member_number = *rc::gen::element(std::string(), std::string(member_number));
    wanted.delivery_fee = {*rc::gen::inRange(0, 500)};
    const auto sums = draft(wanted).shown;
    auto paid = sums.to_pay;
    for (const auto& share : sums.shares) paid += share.fen;
    RC_ASSERT(paid == sums.food + sums.fee);
}

}  // namespace
}  // namespace canteen::till::test
