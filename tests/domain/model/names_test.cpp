#include "canteen/domain/model/names.h"

#include <gtest/gtest.h>

#include <set>

namespace canteen {
namespace {

template <class Enum>
class EveryEnum : public testing::Test {};
using Enums = testing::Types<MealSlot, ServiceMode, Origin, Identified, OrderState, TenderKind, RefundReason, UseKind,
                             CardState, ReviewStep>;
TYPED_TEST_SUITE(EveryEnum, Enums);

// The numbers have no gaps, so a table that leaves one out in between is found.
TYPED_TEST(EveryEnum, NamesEachValueOnceInTheirOrder) {
    std::set<std::string_view> names;
    auto value = static_cast<int>(name_table<TypeParam>.front().value);
    for (const auto& named : name_table<TypeParam>) {
        EXPECT_EQ(static_cast<int>(named.value), value++) << named.name;
        EXPECT_TRUE(names.insert(named.name).second) << named.name;
    }
}

TEST(Names, AreFoundByValue) {
    EXPECT_EQ(name_of(TenderKind::stored_value), "stored_value");
    EXPECT_EQ(name_of(Identified::by_sight), "by_sight");
    EXPECT_FALSE(find_name(static_cast<TenderKind>(99)));
    EXPECT_THROW(name_of(static_cast<MealSlot>(0)), ProgrammerError);
}

TEST(Names, AreLookedUp) {
    const auto slots = by_name<MealSlot>({MealSlot::lunch, MealSlot::dinner});
    EXPECT_EQ(slots.size(), 2U);
    EXPECT_EQ(slots.at("dinner"), MealSlot::dinner);
}

}  // namespace
}  // namespace canteen
