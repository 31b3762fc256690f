// Reads all that is kept of a member, and nothing of anybody else.
#include "canteen/storage/readers/member_history.h"

#include <gtest/gtest.h>

#include "canteen/domain/ledger/wallet.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

Account principal_of(std::uint32_t n) {
    return account_of(member_id(n), AccountKind::member_principal);
}

TEST(MemberHistory, HoldsOrdersMoneyHoursPointsAndUses) {
    Lunch lunch;
    lunch.open_shop();
    for (std::uint32_t n = 1; n <= 2; ++n) lunch.commit(events_of(pork_order(n, member_id(n))));
    const Account cash{AccountKind::cash, ""}, gift{AccountKind::discount, ""};
    const auto bonus = account_of(member_id(1), AccountKind::member_bonus);
    lunch.commit(
        {LedgerPosted{OrderId{}, {{principal_of(1), {-5'000}}, {bonus, {-500}}, {cash, {5'000}}, {gift, {500}}}}});
    auto paid_in = lunch.store().last_seq();
    lunch.commit({LedgerPosted{OrderId{}, {{principal_of(2), {-900}}, {cash, {900}}}}});
    lunch.commit({LedgerPosted{order_id(1), {{principal_of(1), {1'200}}, {cash, {-1'200}}}}});
    const VolunteerHours hours{member_id(1), lunch_day, 60, "送餐", 1};
    lunch.commit(
        {HoursRecorded{hours},
         PointsPosted{OrderId{}, {{PointsAccountKind::member, member_id(1), 1}, {PointsAccountKind::earned, {}, -1}}}});

    auto history = read_member_history(lunch.db(), lunch.codec, member_id(1));
    ASSERT_EQ(history.orders.size(), 1U);
    EXPECT_EQ(history.orders.at(0), *lunch.memory.orders.at(order_id(1)));
    const std::vector<AccountMove> moves{{paid_in, eleven, {}, AccountKind::member_principal, {5'000}},
                                         {paid_in, eleven, {}, AccountKind::member_bonus, {500}},
                                         {paid_in + 2, eleven, order_id(1), AccountKind::member_principal, {-1'200}}};
    EXPECT_EQ(history.account_moves, moves);
    EXPECT_EQ(history.principal, Fen{3'800});
    EXPECT_EQ(history.bonus, Fen{500});
    EXPECT_EQ(history.hours, std::vector{hours});
    EXPECT_EQ(history.points, 1);
    EXPECT_EQ(history.points_moves, (std::vector<PointsMove>{{paid_in + 3, eleven, {}, 1}}));
    EXPECT_EQ(history.uses, (std::vector<std::pair<UseKey, std::int64_t>>{{lunch_right(member_id(1)).key, 1}}));
}

TEST(MemberHistory, OfNobodyIsEmpty) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    auto history = read_member_history(lunch.db(), lunch.codec, member_id(9));
    EXPECT_TRUE(history.orders.empty());
    EXPECT_TRUE(history.account_moves.empty());
    EXPECT_TRUE(history.uses.empty());
    EXPECT_THROW(read_member_history(lunch.dir / "absent.db", lunch.codec, member_id(1)), StoreError);
}

}  // namespace
}  // namespace canteen
