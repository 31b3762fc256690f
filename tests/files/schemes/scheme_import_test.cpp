#include "canteen/files/schemes/scheme_import.h"

#include <gtest/gtest.h>

#include <fstream>

namespace canteen {
namespace {

std::string qionglai() {
    std::ifstream in(CANTEEN_SOURCE_DIR "/deploy/schemes/cd-qionglai-2025.json");
    return {std::istreambuf_iterator<char>(in), {}};
}

// Returns the file with the first `from` replaced by `to`.
std::string with(const std::string& from, const std::string& to) {
    auto text = qionglai();
    text.replace(text.find(from), from.size(), to);
    return text;
}

const std::string payer = R"("payer": ")";

TEST(SchemeImport, TakesWhatIsShipped) {
    EXPECT_TRUE(read_new_scheme_file(qionglai()));
}

TEST(SchemeImport, RefusesAPayerWhomNoOrderCouldNameWithItsPathAndReadsHimWhereHeWasPublishedBefore) {
    const auto text = with(payer, payer + "新疆维吾尔自治区昌吉回族自治州昌吉市建国西路街道办事处");
    const auto file = read_new_scheme_file(text);
    ASSERT_FALSE(file);
    EXPECT_NE(to_string(file.error()).find("payer"), std::string::npos) << to_string(file.error());
    EXPECT_NE(to_string(file.error()).find("64 bytes"), std::string::npos) << to_string(file.error());
    EXPECT_TRUE(read_scheme_file(text));
}

TEST(SchemeImport, RefusesTextThatCannotBeShown) {
    const auto text = with(payer, payer + "\\u202e");
    EXPECT_FALSE(read_new_scheme_file(text));
    EXPECT_TRUE(read_scheme_file(text));
}

}  // namespace
}  // namespace canteen
