#include "canteen/admin/audit_line.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

const StaffId zhen{Bytes16{1}};
const StaffId jia{Bytes16{2}};
const Timestamp half_past_eleven = instant_at_site(*make_date(2026, 4, 14), {11 * 60 + 30});

class AuditLine : public ::testing::Test {
protected:
    AuditLine() {
        till.id = DeviceId{Bytes16{7}};
        till.name = "窗口一";
        staff[zhen].name = "甄收银";
        staff[jia].name = "贾主管";
    }
    std::string who(const Person& person) const { return who_acted({till.id, Role::till, person}, &till, staff); }

    Device till;
    std::map<StaffId, StaffMember> staff;
};

TEST_F(AuditLine, NamesStaffWhoActedAtATillAndWhoCountersigned) {
    EXPECT_EQ(who(staff_person(zhen)), "till 窗口一: 甄收银");
    EXPECT_EQ(who(staff_person(zhen, jia)), "till 窗口一: 甄收银, with 贾主管");
    EXPECT_EQ(who(staff_person(StaffId{Bytes16{9}})), "till 窗口一: 09000000000000000000000000000000");
}

TEST_F(AuditLine, NamesTheMachinesUserElseTheDeviceAlone) {
    EXPECT_EQ(who_acted({DeviceId{}, Role::server, os_user(1000)}, nullptr, staff), "os_user 1000");
    EXPECT_EQ(who_acted({till.id, Role::till, {}}, &till, staff), "till 窗口一");
    EXPECT_EQ(who_acted({till.id, Role::till, {}}, nullptr, staff), "till 07000000000000000000000000000000");
    EXPECT_EQ(who_acted({DeviceId{}, Role::server, {}}, nullptr, staff), "server");
}

TEST_F(AuditLine, SaysWhenWhatAndInWhichRow) {
    const Act act{120, half_past_eleven, {till.id, Role::till, staff_person(zhen)}, "TopUp"};
    EXPECT_EQ(act_line(act, who(*act.actor.person)), "2026-04-14 11:30  till 窗口一: 甄收银  TopUp  row 120");
    EXPECT_EQ(read_line({half_past_eleven, act.actor, "FindMembers", {}}, "os_user 1000", nullptr),
              "2026-04-14 11:30  os_user 1000  FindMembers  several persons");
}

}  // namespace
}  // namespace canteen
