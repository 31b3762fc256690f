#include "canteen/cli/schemes_test_command.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

const std::filesystem::path schemes = std::filesystem::path(CANTEEN_SOURCE_DIR) / "deploy/schemes";

TEST(SchemesTestCommand, CountsOverAllFiles) {
    std::ostringstream out;
    EXPECT_EQ(test_schemes({schemes / "cd-qionglai-2025.json", schemes / "gz-zengcheng-zhengguo-2020.json"}, out), 0);
    EXPECT_EQ(out.str(), "13 passed, 0 failed\n");
}

TEST(SchemesTestCommand, PassesTheSchemesOfOtherPlaces) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(CANTEEN_SOURCE_DIR "/tests/data/places"))
        files.push_back(entry.path());
    ASSERT_EQ(files.size(), 15U);
    std::ostringstream out;
    EXPECT_EQ(test_schemes(files, out), 0) << out.str();
}

TEST(SchemesTestCommand, NamesAFileThatCannotBeReadAndFails) {
    std::ostringstream out;
    EXPECT_EQ(test_schemes({"/nowhere.json"}, out), 1);
    EXPECT_EQ(out.str(), "/nowhere.json: cannot be opened\n0 passed, 1 failed\n");
}

TEST(SchemesTestCommand, NamesTheCaseThatDoesNotHold) {
    TempDir dir;
    std::ifstream in(schemes / "cd-qionglai-2025.json");
    std::stringstream text;
    text << in.rdbuf();
    auto changed = text.str();
    auto at = changed.find("\"self_pay_fen\": 900");
    ASSERT_NE(at, std::string::npos);
    changed.replace(at, 19, "\"self_pay_fen\": 901");
    std::ofstream(dir.path() / "changed.json") << changed;
    std::ostringstream out;
    EXPECT_EQ(test_schemes({dir.path() / "changed.json"}, out), 1);
    EXPECT_NE(out.str().find("case cd1"), std::string::npos);
    EXPECT_NE(out.str().find("6 passed, 1 failed"), std::string::npos);
}

}  // namespace
}  // namespace canteen
