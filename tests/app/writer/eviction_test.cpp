#include "canteen/app/writer/eviction.h"

#include <gtest/gtest.h>

#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace canteen::testing;

Order order_in_state(std::uint32_t number, OrderState order_state) {
    Order order;
    order.draft.id = id_of<OrderId>(number);
    order.draft.meal = lunch_on(lunch_date);
    order.state = order_state;
    return order;
}

TEST(Eviction, KeepsWhatIsOpenAndDropsWhatIsSettled) {
    Canteen state;
    for (auto kept : {OrderState::held, OrderState::placed, OrderState::ready})
        state.orders[id_of<OrderId>(static_cast<std::uint32_t>(kept))] =
            order_in_state(static_cast<std::uint32_t>(kept), kept);
    for (auto gone : {OrderState::handed_over, OrderState::cancelled, OrderState::expired})
        state.orders[id_of<OrderId>(static_cast<std::uint32_t>(gone))] =
            order_in_state(static_cast<std::uint32_t>(gone), gone);
    state.orders[id_of<OrderId>(99)] = std::nullopt;
    evict_settled(state, lunch_date, {.orders = 6});
    EXPECT_EQ(state.orders.size(), 3u);
    for (const auto& [id, order] : state.orders) EXPECT_LE(order->state, OrderState::ready);
}

TEST(Eviction, DropsOrdersOfYesterdayThatNobodyMarkedButNotHoldsAndCalledOnes) {
    Canteen state;
    for (auto of_yesterday : {OrderState::held, OrderState::placed, OrderState::ready})
        state.orders[id_of<OrderId>(static_cast<std::uint32_t>(of_yesterday))] =
            order_in_state(static_cast<std::uint32_t>(of_yesterday), of_yesterday);
    evict_settled(state, lunch_date + 1, {.orders = 2});
    EXPECT_EQ(state.orders.size(), 2u);
    EXPECT_FALSE(state.orders.contains(id_of<OrderId>(static_cast<std::uint32_t>(OrderState::placed))));
}

TEST(Eviction, LeavesAKindWithinItsBoundAlone) {
    Canteen state;
    state.orders[id_of<OrderId>(1)] = order_in_state(1, OrderState::handed_over);
    state.members[id_of<MemberId>(1)] = std::nullopt;
    evict_settled(state, lunch_date);
    EXPECT_EQ(state.orders.size(), 1u);
    EXPECT_EQ(state.members.size(), 1u);
}

TEST(Eviction, MealsThatDoNotExistAreNotRememberedForEver) {
    Canteen state;
    state.menus[lunch_on(lunch_date + 1)] = lunch_menu(lunch_date + 1);
    for (int days = 2; days < 100; ++days) state.menus[lunch_on(lunch_date + days)] = std::nullopt;
    evict_settled(state, lunch_date);
    EXPECT_EQ(state.menus.size(), 1u);
}

TEST(Eviction, AMenuGoesWithItsStockAndTodaysStays) {
    Canteen state;
    for (int days : {-1, 0}) {
        auto meal = lunch_on(lunch_date + days);
        state.menus[meal] = lunch_menu(meal.date);
        state.stock[{meal, rice}] = {};
    }
    evict_settled(state, lunch_date, {.menus = 1});
    EXPECT_EQ(state.menus.size(), 1u);
    EXPECT_EQ(state.stock.size(), 1u);
    EXPECT_TRUE(state.menus.contains(lunch_on(lunch_date)));
}

TEST(Eviction, UsesGoTogetherWithTheirScopes) {
    Canteen state;
    state.use_scopes.insert({id_of<MemberId>(1), lunch_date});
    state.uses[{id_of<MemberId>(1), "s", UseKind::per_day, lunch_date.days}] = {};
    evict_settled(state, lunch_date, {.uses = 0});
    EXPECT_TRUE(state.uses.empty());
    EXPECT_TRUE(state.use_scopes.empty());
}

TEST(Eviction, WhatMembersHoldComesBackFromTheDisk) {
    Canteen state;
    state.points[id_of<MemberId>(1)] = 5;
    evict_settled(state, lunch_date);
    EXPECT_EQ(state.points.size(), 1u);
    evict_settled(state, lunch_date, {.points = 0});
    EXPECT_TRUE(state.points.empty());
}

}  // namespace
}  // namespace canteen
