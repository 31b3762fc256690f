// The basket on the counter: filled, changed, set aside and found again, also by the process after this one.
#include <gtest/gtest.h>

#include "tests/counter/page_bench.h"

namespace canteen::till::test {
namespace {

class CounterBasketTest : public PageBench, public testing::Test {
protected:
    void SetUp() override { connect(); }
    v1::ActionAnswer park() {
        return act([](v1::PageFrame& f) { f.mutable_park_basket(); });
    }
    v1::ActionAnswer resume(const std::string& basket) {
        return act([&](v1::PageFrame& f) { f.mutable_resume_basket()->set_basket_id(basket); });
    }
};

TEST_F(CounterBasketTest, countsAPlainDishTappedAgainInItsRowAndKeepsANotedOneApart) {
    add(pork);
    add(pork);
    EXPECT_EQ(view().basket().rows_size(), 1);
    EXPECT_EQ(view().basket().rows(0).quantity(), 2U);
    act([](v1::PageFrame& f) {
        auto& change = *f.mutable_change_row();
        change.set_row(1);
        change.set_quantity(1);
        change.set_diet_flags(1);
    });
    add(pork);
    EXPECT_EQ(view().basket().rows_size(), 2) << "soft pork is another dish to the kitchen";
}

TEST_F(CounterBasketTest, doesAnActionThatComesAgainOnce) {
    auto tap = next_frame();
    tap.mutable_add_dish()->set_dish(pork.value);
    const auto first = act(tap);
    EXPECT_EQ(act(tap).SerializeAsString(), first.SerializeAsString());
    EXPECT_EQ(view().basket().rows(0).quantity(), 1U);
}

TEST_F(CounterBasketTest, standsThereAgainWhenTheProcessWasKilled) {
    type(member_number);
    add(pork);
    const auto before = view().basket();
    kill();
    EXPECT_EQ(view().basket().basket_id(), before.basket_id());
    EXPECT_EQ(view().basket().rows_size(), 1);
    EXPECT_EQ(view().basket().guest().member_id(), before.guest().member_id());
}

TEST_F(CounterBasketTest, isSetAsideWithoutKeepingAPortionAndComesBackAtThePriceOfThen) {
    add(pork);
    const auto parked = view().basket().basket_id();
    EXPECT_FALSE(park().has_refused());
    EXPECT_EQ(view().parked().baskets_size(), 1);
    EXPECT_EQ(server.decided.size(), 0U) << "nothing is held";
    add(greens);
    EXPECT_FALSE(resume(parked).has_refused());
    EXPECT_EQ(view().basket().rows(0).dish(), pork.value);
    EXPECT_EQ(view().parked().baskets_size(), 1) << "what was begun meanwhile waits instead";
    EXPECT_EQ(resume(parked).refused().name(), "parked_unknown");
}

TEST_F(CounterBasketTest, takesNoAmountThatNoOrderMayHoldAndNoGuestWhomNobodyKnows) {
    const auto add_many = [&](std::uint32_t quantity, std::uint32_t grams) {
        return act([&](v1::PageFrame& f) {
            f.mutable_add_dish()->set_dish(pork.value);
            f.mutable_add_dish()->set_quantity(quantity);
            f.mutable_add_dish()->set_grams(grams);
        });
    };
    add(pork);
    for (const auto quantity : {max_line_quantity, 4'294'967'295U})
        EXPECT_EQ(add_many(quantity, 0).refused().name(), "amount_invalid") << quantity;
    EXPECT_EQ(add_many(1, max_line_grams + 1).refused().name(), "amount_invalid");
    EXPECT_EQ(view().basket().rows(0).quantity(), 1U);
    const auto stranger = act([](v1::PageFrame& f) { f.mutable_choose_guest()->set_member_id(std::string(16, 'x')); });
    EXPECT_EQ(stranger.refused().name(), "member_unknown");
    EXPECT_FALSE(view().basket().has_guest());
}

TEST_F(CounterBasketTest, isEmptyForNobody) {
    EXPECT_EQ(park().refused().name(), "basket_empty");
    EXPECT_EQ(pay().refused().name(), "basket_empty");
    EXPECT_FALSE(view().basket().has_problem());
}

TEST_F(CounterBasketTest, showsTheGuestsRightAndWhoPays) {
    EXPECT_EQ(type(member_number).routed(), v1::ROUTED_GUEST);
    ASSERT_EQ(view().basket().guest().rights_size(), 1);
    EXPECT_EQ(view().basket().guest().rights(0).left(), 1U);
    add(pork);
    const auto basket = view().basket();
    EXPECT_EQ(basket.reductions(0).payer(), "city");
    EXPECT_EQ(basket.list_fen() - basket.reductions(0).fen(), basket.to_pay_fen());
    pay();
    run_for(moment);
    act([](v1::PageFrame& f) { f.mutable_next_guest(); });
    type(member_number);
    EXPECT_EQ(view().basket().guest().rights(0).left(), 0U);
}

TEST_F(CounterBasketTest, asksForTheGramsOfAWeighedDish) {
    EXPECT_EQ(type("104").routed(), v1::ROUTED_WEIGHT);
    EXPECT_EQ(view().basket().rows_size(), 0);
    act([](v1::PageFrame& f) {
        f.mutable_add_dish()->set_dish(rice.value);
        f.mutable_add_dish()->set_grams(250);
    });
    EXPECT_EQ(view().basket().to_pay_fen(), 4'95) << "250 g at 1.98 for 100 g";
}

TEST_F(CounterBasketTest, warnsOfWhatTheGuestMustNotEat) {
    auto sheet = member_sheet();
    sheet.allergens = {3};
    sheet.diet = static_cast<DietFlags>(DietFlag::soft);
    server.sheets = {guest_sheet(), sheet};
    cut();
    connect();
    type(member_number);
    add(pork);
    EXPECT_EQ(view().basket().flags_missed(), 1U) << "soft, and no line says so";
    EXPECT_EQ(view().basket().rows(0).allergens_met_size(), 0);
}

TEST_F(CounterBasketTest, ordersTheTendersByWhatIsLikely) {
    MemberBalance balance;
    balance.member = member;
    balance.principal = {100'00};
    server.balances = {balance};
    cut();
    connect();
    add(pork);
    EXPECT_EQ(view().basket().tenders(0).kind(), v1::CASH);
    type(member_number);
    const auto likely = view().basket().tenders(0);
    EXPECT_EQ(likely.kind(), v1::STORED_VALUE);
    EXPECT_EQ(likely.most_fen(), 6'00);
    EXPECT_EQ(likely.left_after_fen(), 94'00);
}

}  // namespace
}  // namespace canteen::till::test
