#include "canteen/files/tables/members_csv.h"

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
    const auto& m = members->import.members.at(0);
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
    EXPECT_EQ(members->import.members.at(0).born, *make_date(1884, 2, 29));
    EXPECT_EQ(members->import.members.at(0).id_number.back(), 'X');
}

TEST(MembersCsv, RefusesABirthDateThatDiffersFromTheIdNumberWithoutQuotingIt) {
    auto error = error_of("1,王秀英,99999918840229102X,,1884-03-01,,,,\n");
    EXPECT_EQ(error.message, "differs from the ID number");
    EXPECT_EQ(to_string(error).find("9999991884"), std::string::npos);
}

// Returns the member of a file with this ID number and birth date, and what the reader remarks.
std::pair<Member, std::string> with_paper(const std::string& id_number, const std::string& born = "") {
    auto members = read_members_csv(std::string(header) + "1,王秀英," + id_number + ",," + born + ",,,,\n");
    const auto told = to_string(members.ok() ? members.remarks() : members.mistakes());
    EXPECT_EQ(told.find("999999"), std::string::npos) << "no message quotes an ID number";
    return {members.ok() ? members->import.members.at(0) : Member{}, told};
}

TEST(MembersCsv, KeepsAnIdNumberWithAFaultThatPeopleLiveWithAndTellsIt) {
    const auto [mistyped, of_digit] = with_paper("999999188402291021");
    EXPECT_EQ(mistyped.id_number, "999999188402291021");
    EXPECT_EQ(mistyped.born, *make_date(1884, 2, 29));
    EXPECT_EQ(of_digit.substr(0, 30), "line 2, column 7, id_number: t");
    const auto [no_day, of_day] = with_paper("999999188402301021", "1884-03-02");
    EXPECT_EQ(no_day.id_number, "999999188402301021");
    EXPECT_EQ(no_day.born, *make_date(1884, 3, 2));
    EXPECT_NE(of_day, of_digit);
    EXPECT_EQ(with_paper("999999188402301021").second.substr(0, 14), "line 2, column") << "nothing says the birth date";
}

TEST(MembersCsv, ReadsFifteenDigitsAsTheEighteenOfTodaysCard) {
    const auto [member, told] = with_paper("999999450103021");
    EXPECT_EQ(member.born, *make_date(1945, 1, 3));
    EXPECT_TRUE(is_valid_id_number(member.id_number));
    EXPECT_EQ(member.id_number.substr(0, 17), "99999919450103021");
    EXPECT_NE(told.find("15 digits"), std::string::npos);
}

TEST(MembersCsv, LeavesARoundedIdNumberOutAndKeepsWhatIsKnown) {
    const auto read = read_members_csv(std::string(header) + "1,王秀英,999999188402291000,,,,,,\n");
    ASSERT_TRUE(read.ok()) << to_string(read.mistakes());
    EXPECT_EQ(read->import.members.at(0).id_number, "");
    EXPECT_EQ(read->import.members.at(0).born, *make_date(1884, 2, 29)) << "the first digits are whole";
    EXPECT_TRUE(read->import.without_id_number.contains("1"));
    EXPECT_EQ(read.remarks().size(), 1U);
    EXPECT_NE(with_paper("9.99999E+17", "1884-02-29").second.find("spreadsheet"), std::string::npos);
}

TEST(MembersCsv, ReadsResidencePermitsPassportsAndTravelPermits) {
    for (const auto* number : {"810000188402290023", "830000188402290025", "H12345678", "e12345678", "EA1234567"}) {
        const auto [member, told] = with_paper(number, "1884-02-29");
        EXPECT_EQ(member.id_number.size(), std::string(number).size()) << number << told;
    }
    EXPECT_EQ(with_paper("e1234 5678", "1884-02-29").first.id_number, "E12345678");
    for (const auto* number : {"12345678", "99999918840229", "ABC123456", "E12"})
        EXPECT_NE(with_paper(number, "1884-02-29").second.find("passport"), std::string::npos) << number;
}

TEST(MembersCsv, RefusesANameThatLostACharacterWithoutQuotingIt) {
    for (const auto* name : {"李?华", "？华"}) {
        const auto error = error_of(std::string("1,") + name + ",,,1950-01-01,,,,\n");
        EXPECT_EQ(error.path, "name");
        EXPECT_EQ(error.message.find("华"), std::string::npos);
    }
}

TEST(MembersCsv, ReadsLandlinesGroupedNumbersAndExtensions) {
    const auto phone = [](const std::string& text) {
        const auto read = read_members_csv(std::string(header) + "1,甲,," + text + ",1950-01-01,,,,\n");
        return read.ok() ? read->import.members.at(0).phone : to_string(read.error());
    };
    EXPECT_EQ(phone("028-00001234"), "02800001234");
    EXPECT_EQ(phone("（028）0000 1234"), "02800001234");
    EXPECT_EQ(phone("100 0000 1234"), "10000001234");
    EXPECT_EQ(phone("+86 100-0000-1234"), "10000001234");
    EXPECT_EQ(phone("00001234转8"), "00001234-8");
    EXPECT_EQ(phone("none").substr(0, 6), "line 2");
}

TEST(MembersCsv, TellsAllMistakesOfAFileAndOfALine) {
    const auto read = read_members_csv(std::string(header) +
                                       "x,李?芳,,abc,1950-02-30,51,,,\n"
                                       "2,乙,,,1950-01-01,510117009,,,\n"
                                       "3,丙,,,,,,,\n"
                                       "4,丁,,,1950-01-01,,,,,too far\n");
    ASSERT_FALSE(read.ok());
    std::string places;
    for (const auto& mistake : read.mistakes().told()) places += std::to_string(mistake.line) + mistake.path + " ";
    EXPECT_EQ(places, "2number 2name 2phone 2born 4born 5 ") << to_string(read.mistakes());
}

TEST(MembersCsv, TellsTheFirstMistakesAndHowManyMoreThereAre) {
    std::string lines;
    for (int i = 0; i < 60; ++i) lines += std::to_string(i) + ",甲,,,,,,,\n";
    const auto read = read_members_csv(header + lines);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.mistakes().told().size(), max_told_places);
    EXPECT_EQ(read.mistakes().told().back().line, 51U);
    EXPECT_TRUE(to_string(read.mistakes()).ends_with("\nand 10 more"));
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
    const auto& m = import->import.members.at(0);
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
    EXPECT_FALSE(import->import.unsaid.contains(MemberPart::phone)) << "an empty cell says that there is none";
    EXPECT_EQ(import->import.unsaid.size(), 11U);
    const auto old_file = read_members_csv(std::string(header) + "1,甲,,,1950-01-01,,,,\n");
    EXPECT_EQ(old_file->import.unsaid, (std::set{MemberPart::evidence, MemberPart::stays, MemberPart::employments,
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
