// Every slip as it is printed, in both languages and on both widths of paper. With CANTEEN_WRITE_GOLDEN=1 in the
// environment the files are written anew: look at what changed before it is committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "pos-client/slips/elder_receipt.h"
#include "pos-client/slips/marks.h"
#include "pos-client/slips/receipt.h"
#include "pos-client/slips/shift_slip.h"
#include "tests/paper/paper_picture.h"
#include "tests/paper/sample_slips.h"

namespace canteen::till::test {
namespace {

struct GoldenSlip {
    std::string name;
    Document (*make)(Language);
};

const std::vector<GoldenSlip> golden_slips{
    {"receipt", [](Language language) { return receipt(sample_receipt(language)); }},
    {"queued_copy",
     [](Language language) { return as_copy(receipt(sample_queued_receipt(language)), at("11:47"), at("11:52")); }},
    {"elder_receipt", [](Language language) { return elder_receipt(sample_receipt(language)); }},
    {"late_kitchen_slip",
     [](Language language) { return as_late(kitchen_slip(sample_kitchen_order(language)), at("11:50"), at("12:07")); }},
    {"shift_slip", [](Language language) { return shift_slip(sample_shift(language)); }},
    {"top_up_slip", [](Language language) { return top_up_slip(sample_top_up(language)); }},
    {"drawer_slip", [](Language language) { return drawer_slip(sample_safe_drop(language), true); }},
    {"test_page", [](Language language) { return test_page(language, "counter", at("06:30")); }},
};

std::string golden_text(const std::string& name, const std::string& now) {
    const auto path = std::string(CANTEEN_SOURCE_DIR) + "/tests/paper/golden/" + name + ".txt";
    if (std::getenv("CANTEEN_WRITE_GOLDEN")) std::ofstream(path, std::ios::binary) << now;
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(GoldenSlips, areWhatTheyWere) {
    for (const auto& [name, make] : golden_slips)
        for (const auto language : {Language::zh, Language::en})
            for (const int columns : {32, 48}) {
                const auto file = name + "." + std::to_string(columns) + (is_chinese(language) ? ".zh" : ".en");
                const auto picture = picture_of(laid_out(make(language), columns));
                EXPECT_EQ(picture, golden_text(file, picture)) << file;
            }
}

TEST(GoldenSlips, neverPassTheEdgeOfThePaper) {
    for (const auto& [name, make] : golden_slips)
        for (const auto language : {Language::zh, Language::en})
            for (const int columns : {32, 42, 48})
                for (const auto& row : laid_out(make(language), columns))
                    if (const auto* text = std::get_if<TextRow>(&row)) {
                        EXPECT_LE(cells_wide(text->text), columns_at(text->style.size, columns))
                            << name << " at " << columns << ": " << text->text;
                    }
}

}  // namespace
}  // namespace canteen::till::test
