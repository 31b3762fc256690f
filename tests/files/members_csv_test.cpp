#include "canteen/files/members_csv.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

// Made-up people: area code 999999 never existed.
constexpr auto header = "number,name,id_number,phone,born,hukou,residence,tags,approvals\n";

FileError error_of(const std::string& lines) {
    auto members = read_members_csv(header + lines);
    EXPECT_FALSE(members.ok());
    return members.ok() ? FileError{} : members.error();
}

TEST(MembersCsv, ReadsAPersonWithDatedFacts) {
    auto members = read_members_csv(std::string(header) +
                                    "1001,李桂芳,,,1950-03-01,510117009,510117009,"
                                    "dibao:2025-01-01..2026-12-31;living_alone,tj-2019-2024:2025-02-01..\n");
    ASSERT_TRUE(members.ok()) << to_string(members.error());
    const auto& m = members->at(0);
    EXPECT_TRUE(m.id.is_nil());
    EXPECT_EQ(m.number, "1001");
    EXPECT_EQ(m.name, "李桂芳");
    EXPECT_EQ(m.born, *make_date(1950, 3, 1));
    EXPECT_EQ(m.hukou.at(0).area, "510117009");
    ASSERT_EQ(m.tags.size(), 2U);
    EXPECT_EQ(m.tags[0].tag, "dibao");
    EXPECT_FALSE(m.tags[0].valid.contains(*make_date(2027, 1, 1)));
    EXPECT_TRUE(m.tags[1].valid.contains(*make_date(2027, 1, 1)));
    EXPECT_EQ(m.approvals.at(0).scheme, "tj-2019-2024");
}

TEST(MembersCsv, TakesTheBirthDateFromTheIdNumber) {
    auto members = read_members_csv(std::string(header) + "1,王秀英,99999918840229102x,,,,,,\n");
    ASSERT_TRUE(members.ok()) << to_string(members.error());
    EXPECT_EQ(members->at(0).born, *make_date(1884, 2, 29));
    EXPECT_EQ(members->at(0).id_number.back(), 'X');
}

TEST(MembersCsv, RefusesABirthDateThatDiffersFromTheIdNumberWithoutQuotingIt) {
    auto error = error_of("1,王秀英,99999918840229102X,,1884-03-01,,,,\n");
    EXPECT_EQ(error.message, "differs from the ID number");
    EXPECT_EQ(to_string(error).find("9999991884"), std::string::npos);
}

TEST(MembersCsv, RefusesAWrongCheckDigitWithoutQuotingIt) {
    auto error = error_of("1,王秀英,999999188402291021,,,,,,\n");
    EXPECT_EQ(error.path, "id_number");
    EXPECT_EQ(to_string(error).find("9999991884"), std::string::npos);
}

TEST(MembersCsv, RefusesANumberThatStandsTwice) {
    auto error = error_of("7,甲,,,1950-01-01,,,,\n7,乙,,,1951-01-01,,,,\n");
    EXPECT_EQ(error.line, 3U);
    EXPECT_EQ(error.path, "number");
}

TEST(MembersCsv, RefusesAFactWithoutAWordOrWithDatesUpsideDown) {
    EXPECT_EQ(error_of("7,甲,,,1950-01-01,,,:2025-01-01..,\n").path, "tags");
    EXPECT_EQ(error_of("7,甲,,,1950-01-01,,,dibao:2026-01-01..2025-01-01,\n").path, "tags");
}

TEST(MembersCsv, NeedsABirthDateFromSomewhere) {
    EXPECT_EQ(error_of("7,甲,,,,,,,\n").path, "born");
}

}  // namespace
}  // namespace canteen
