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
    const auto& m = members->members.at(0);
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
    EXPECT_EQ(members->members.at(0).born, *make_date(1884, 2, 29));
    EXPECT_EQ(members->members.at(0).id_number.back(), 'X');
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

TEST(MembersCsv, ReadsWhatElseIsKnownOfAPerson) {
    auto import = read_members_csv(
        "number,name,born,hukou,residence,tags,evidence,stays,employers,cards,allergens,diet,died\n"
        "1001,李桂芳,1950-03-01,510117009,510117009:..2025-12-31;510104:2026-01-01..,dibao;blind,"
        "dibao:低保证: 7,敬老院:2026-04-01..2026-04-30,acme:2026-01-01..;gov,A100;A101,5;1,soft;no_spice,2026-05-01\n");
    ASSERT_TRUE(import.ok()) << to_string(import.error());
    const auto& m = import->members.at(0);
    const Date new_year = *make_date(2026, 1, 1);
    EXPECT_EQ(m.hukou, (std::vector<AreaFact>{{"510117009", {}}}));
    EXPECT_EQ(m.residence, (std::vector<AreaFact>{{"510117009", {{}, new_year + -1}}, {"510104", {new_year, {}}}}));
    EXPECT_EQ(m.tags, (std::vector<TagFact>{{"dibao", {}, "低保证: 7"}, {"blind", {}}}));
    EXPECT_EQ(m.stays, (std::vector<Stay>{{"敬老院", {make_date(2026, 4, 1), make_date(2026, 4, 30)}}}));
    EXPECT_EQ(m.employments, (std::vector<Employment>{{"acme", {new_year, {}}}, {"gov", {}}}));
    ASSERT_EQ(m.cards.size(), 2U);
    EXPECT_EQ(m.cards[1].number, "A101");
    EXPECT_EQ(m.allergens, (std::vector<std::uint8_t>{1, 5}));
    EXPECT_EQ(m.diet, static_cast<DietFlags>(DietFlag::soft) | static_cast<DietFlags>(DietFlag::no_spice));
    EXPECT_EQ(m.died, make_date(2026, 5, 1));
}

TEST(MembersCsv, TellsWhatTheFileHasNoColumnFor) {
    const auto import = read_members_csv("number,name,born,phone,cards\n1,甲,1950-01-01,,\n");
    ASSERT_TRUE(import.ok());
    EXPECT_FALSE(import->unsaid.contains(MemberPart::phone)) << "an empty cell says that there is none";
    EXPECT_EQ(import->unsaid.size(), 11U);
    const auto old_file = read_members_csv(std::string(header) + "1,甲,,,1950-01-01,,,,\n");
    EXPECT_EQ(old_file->unsaid, (std::set{MemberPart::evidence, MemberPart::stays, MemberPart::employments,
                                          MemberPart::allergens, MemberPart::diet, MemberPart::died}));
}

TEST(MembersCsv, RefusesAColumnItDoesNotKnow) {
    EXPECT_FALSE(read_members_csv("number,name,born,favourite\n1,甲,1950-01-01,fish\n").ok());
}

TEST(MembersCsv, RefusesACardThatIsAnIdNumberOrStandsTwiceWithoutQuotingIt) {
    const auto cards = [](const std::string& one, const std::string& other) {
        auto import =
            read_members_csv("number,name,born,cards\n1,甲,1950-01-01," + one + "\n2,乙,1950-01-01," + other + "\n");
        return import.ok() ? FileError{} : import.error();
    };
    EXPECT_EQ(cards("A1", "A2;A3"), FileError{});
    EXPECT_EQ(cards("99999918840229102X", "").path, "cards");
    EXPECT_EQ(to_string(cards("99999918840229102X", "")).find("9999991884"), std::string::npos);
    EXPECT_EQ(cards("A1", "A1").line, 3U);
    EXPECT_EQ(cards("A1;A1", "").path, "cards");
    EXPECT_EQ(cards("A-1", "").path, "cards");
}

TEST(MembersCsv, RefusesEvidenceOfACategoryThatIsNotThereAndWordsNobodyKnows) {
    const auto error = [](const std::string& columns, const std::string& cells) {
        auto import = read_members_csv("number,name,born," + columns + "\n1,甲,1950-01-01," + cells + "\n");
        return import.ok() ? "" : import.error().path;
    };
    EXPECT_EQ(error("tags,evidence", "dibao,blind:7"), "evidence");
    EXPECT_EQ(error("tags,evidence", "dibao,dibao"), "evidence");
    EXPECT_EQ(error("allergens", "9"), "allergens");
    EXPECT_EQ(error("diet", "sweet"), "diet");
    EXPECT_EQ(error("died", "1949-12-31"), "died");
    EXPECT_EQ(error("residence", "5101a7"), "residence");
    EXPECT_EQ(error("stays", ":2026-01-01.."), "stays");
}

}  // namespace
}  // namespace canteen
