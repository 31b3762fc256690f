// Sales say who was there; a hold that nobody paid does not.
#include "canteen/domain/claims/orders_seen.h"

#include <gtest/gtest.h>

#include "tests/domain/support/district.h"

namespace canteen {
namespace {

Order order_on(Date date, Fen to_pay = {9'00}) {
    Order order;
    order.draft.id.bytes[0] = static_cast<std::uint8_t>(date.days);
    order.draft.member = grandma;
    order.draft.meal = {date, MealSlot::lunch};
    order.draft.shown.to_pay = to_pay;
    return order;
}

TEST(OrdersSeen, ADayWithAnyOrderWasOpen) {
    OrdersSeen seen({"meals", "district"});
    for (const int day : {-1, 0, 0, 29, 30}) seen.add(OrderPlaced{order_on(april.first + day)});
    EXPECT_EQ(seen.open_days(april), 2U);
    EXPECT_EQ(seen.member(grandma)->orders, 5U);
}

TEST(OrdersSeen, AHoldCountsWhenItIsPaid) {
    OrdersSeen seen({"meals", "district"});
    const auto paid = order_on(april.first), expired = order_on(april.first + 1), cancelled = order_on(april.first + 2);
    for (const auto& order : {paid, expired, cancelled}) seen.add(OrderHeld{order});
    EXPECT_EQ(seen.member(grandma), nullptr);
    seen.add(OrderPaid{paid.draft.id, {}, {}});
    seen.add(OrderExpired{expired.draft.id, {}});
    seen.add(OrderCancelled{cancelled.draft.id, {}});
    seen.add(OrderPaid{expired.draft.id, {}, {}});
    EXPECT_EQ(seen.member(grandma)->orders, 1U);
    EXPECT_EQ(seen.open_days(april), 1U);
}

TEST(OrdersSeen, AMealForNothingIsOneThatThePayerGaveToAndTheGuestDidNot) {
    OrdersSeen seen({"meals", "district"});
    seen.add(OrderPlaced{order_on(april.first, {})});
    EXPECT_EQ(seen.member(grandma)->for_nothing, 0U);
    auto given = order_on(april.first, {});
    given.granted = {{"meals", 0, "district", {6'00}}};
    seen.add(OrderPlaced{given});
    EXPECT_EQ(seen.member(grandma)->for_nothing, 1U);
}

}  // namespace
}  // namespace canteen
