#include "canteen/domain/subsidy/carers.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

MemberId member_id(std::uint8_t n) {
    MemberId id;
    id.bytes[15] = n;
    return id;
}

constexpr Date monday{20'000};

Member cared_for() {
    Member member;
    member.id = member_id(1);
    member.carers = {{"女儿", "", member_id(9), {monday, monday + 6}},
                     {"邻居", "02887654321", {}, {}},
                     {"护工", "", member_id(5), {}},
                     {"女儿", "", member_id(9), {monday + 6, {}}}};
    return member;
}

TEST(Carers, are_the_members_who_care_on_that_date_each_once) {
    EXPECT_EQ(carers_on(cared_for(), monday + -1), std::vector<MemberId>{member_id(5)});
    EXPECT_EQ(carers_on(cared_for(), monday + 6), (std::vector<MemberId>{member_id(5), member_id(9)}));
}

TEST(Carers, may_order_while_they_care_and_so_may_the_member_himself) {
    const Member member = cared_for();
    EXPECT_TRUE(may_order(&member, MemberId{}, monday)) << "the guest himself";
    EXPECT_TRUE(may_order(&member, member.id, monday));
    EXPECT_TRUE(may_order(&member, member_id(9), monday));
    EXPECT_FALSE(may_order(&member, member_id(9), monday + -1));
    EXPECT_FALSE(may_order(&member, member_id(7), monday));
}

TEST(Carers, care_for_nobody_who_has_died) {
    Member member = cared_for();
    member.died = monday;
    EXPECT_TRUE(may_order(&member, member_id(9), monday)) << "the day he died";
    EXPECT_FALSE(may_order(&member, member_id(9), monday + 1));
    EXPECT_TRUE(carers_on(member, monday + 1).empty());
}

TEST(Carers, nobody_orders_for_a_guest_without_number_but_himself) {
    EXPECT_TRUE(may_order(nullptr, MemberId{}, monday));
    EXPECT_FALSE(may_order(nullptr, member_id(5), monday));
}

}  // namespace
}  // namespace canteen
