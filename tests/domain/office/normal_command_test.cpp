#include "canteen/domain/office/normal_command.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

Member normal(Member member) {
    CommandBody body = PutMember{std::move(member)};
    bring_to_normal_form(body);
    return std::get<PutMember>(body).member;
}

TEST(NormalCommand, NamesAMemberTheOneWayHeIsKept) {
    Member member;
    member.number = "１００１\r";
    member.name = "　李四 ";
    member.phone = "（０２８）8888 6666";
    member.employments = {{" ＡＣＭＥ", {}}};
    member.cards = {{"04a2", CardState::active, {}}};
    const auto kept = normal(member);
    EXPECT_EQ(kept.number, "1001");
    EXPECT_EQ(kept.name, "李四");
    EXPECT_EQ(kept.phone, "02888886666");
    EXPECT_EQ(kept.employments.at(0).employer, "acme");
    EXPECT_EQ(kept.cards.at(0).number, "04A2");
    EXPECT_EQ(normal(kept), kept) << "once is enough";
}

TEST(NormalCommand, LeavesAnExtensionBehindItsHyphen) {
    Member member;
    member.phone = "02888886666-801";
    EXPECT_EQ(normal(member).phone, "02888886666-801");
    member.phone = "028-88886666";
    EXPECT_EQ(normal(member).phone, "02888886666");
}

}  // namespace
}  // namespace canteen
