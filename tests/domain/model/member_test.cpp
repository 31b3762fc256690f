#include "canteen/domain/model/member.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace canteen {
namespace {

struct IdCase {
    std::string id_number;
    bool valid = false;
    std::string why;
};

std::vector<IdCase> cases_of_the_standard() {
    std::ifstream file(CANTEEN_SOURCE_DIR "/tests/data/idcheck.csv");
    std::vector<IdCase> cases;
    std::string row;
    std::getline(file, row);  // header
    while (std::getline(file, row)) {
        const auto first = row.find(',');
        const auto second = row.find(',', first + 1);
        cases.push_back(
            {row.substr(0, first), row.substr(first + 1, second - first - 1) == "1", row.substr(second + 1)});
    }
    return cases;
}

TEST(Member, id_numbers_are_judged_as_the_standard_says) {
    const auto cases = cases_of_the_standard();
    ASSERT_EQ(cases.size(), 72u);
    for (const auto& c : cases) {
        EXPECT_EQ(is_valid_id_number(normalise_id_number(c.id_number)), c.valid) << c.id_number << ": " << c.why;
    }
}

TEST(Member, an_id_number_is_trimmed_and_its_x_raised) {
    EXPECT_EQ(normalise_id_number(" 11010519491231002x\r\n"), "11010519491231002X");
    EXPECT_EQ(normalise_id_number(" \t"), "");
    EXPECT_FALSE(is_valid_id_number("11010519491231002x")) << "not normalised";
}

TEST(Member, a_fact_holds_on_both_ends_of_its_range) {
    const DateRange range{Date{10}, Date{20}};
    EXPECT_FALSE(range.contains(Date{9}));
    EXPECT_TRUE(range.contains(Date{10}));
    EXPECT_TRUE(range.contains(Date{20}));
    EXPECT_FALSE(range.contains(Date{21}));
    EXPECT_TRUE((DateRange{}.contains(Date{0}))) << "open ends hold always";
}

}  // namespace
}  // namespace canteen
