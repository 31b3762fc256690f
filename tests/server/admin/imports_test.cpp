// An office's file is imported, refused with all the reasons, or imported with places to look at.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "canteen/cli/commands.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

class OfficeFiles : public ::testing::Test {
protected:
    OfficeFiles() {
        config_.directory = dir_.path() / "canteen";
        config_.key_file = dir_.path() / "canteen.key";
        config_.site.name = "德安邻里食堂";
        config_.site.area = "510117007";
        config_.port = 0;
        config_.demo = true;
        std::ostringstream out;
        init(config_, std::nullopt, out);
    }

    // Returns what is said of a file with that text.
    std::string import(const std::string& kind, const std::string& text, bool is_strict = false) {
        const auto file = dir_.path() / "file";
        std::ofstream(file, std::ios::binary) << text;
        std::ostringstream out;
        was_taken_ = import_file(config_, kind, file, "", out, is_strict) == EXIT_SUCCESS;
        auto said = out.str();
        if (const auto at = said.find(file.string()); at != std::string::npos) said.erase(at, file.string().size() + 2);
        return said;
    }
    void import_scheme() {
        std::ostringstream out;
        const auto schemes = std::filesystem::path(CANTEEN_SOURCE_DIR) / "deploy/schemes";
        ASSERT_EQ(import_file(config_, "scheme", schemes / "cd-qionglai-2025.json", "", out), EXIT_SUCCESS);
    }
    bool was_taken() const { return was_taken_; }

    TempDir dir_;
    Config config_;
    bool was_taken_ = false;
};

// Checks that the text has all of these parts in this order.
::testing::AssertionResult tells(const std::string& text, const std::vector<std::string>& parts) {
    std::size_t at = 0;
    for (const auto& part : parts) {
        at = text.find(part, at);
        if (at == std::string::npos) return ::testing::AssertionFailure() << "no '" << part << "' in: " << text;
    }
    return ::testing::AssertionSuccess();
}

TEST_F(OfficeFiles, AllMistakesAreToldAndWhatElseToLookAt) {
    const auto said = import("members",
                             "number,name,id_number,born,hukou\n"
                             "1,甲,,1950-02-30,510117007\n"
                             "2,乙,999999188402291021,,510117007\n"
                             "3,丙,,1951-01-01,51\n"
                             "4,丁,,1951-01-01,5\n");
    EXPECT_FALSE(was_taken());
    EXPECT_TRUE(
        tells(said, {"2 mistakes, nothing is imported:\nline 2, column 6, born: ", "\nline 5, column 17, hukou: ",
                     "\nlook at 1 more place:\nline 3, column 5, id_number: the check digit"}));
    EXPECT_EQ(said.find("9999991884"), std::string::npos);
}

TEST_F(OfficeFiles, WordsNoSchemeAsksForAreToldAndTheUsualOnesUnderstood) {
    import_scheme();
    const auto said = import("members",
                             "number,name,born,tags,approvals\n"
                             "1,甲,1950-01-01,低保;Living_Alone,\n"
                             "2,乙,1950-01-02,dibau,cd-2019\n");
    EXPECT_TRUE(was_taken()) << said;
    EXPECT_TRUE(tells(said, {"imported, COMMITTED(", "; look at 2 places:\nline 3, column 16, tags: ", "'dibau'",
                             "\nline 3, column 22, approvals: ", "'cd-2019'"}));
}

TEST_F(OfficeFiles, StrictlyNothingIsImportedThatHasToBeLookedAt) {
    import_scheme();
    const std::string text = "number,name,born,tags\n1,甲,1950-01-01,dibau\n";
    EXPECT_TRUE(tells(import("members", text, true), {"nothing is imported; look at 1 place:\nline 2"}));
    EXPECT_FALSE(was_taken());
    EXPECT_TRUE(
        tells(import("members", "number,name,born,tags\n1,甲,1950-01-01,dibao\n", true), {"imported, COMMITTED("}));
}

TEST_F(OfficeFiles, WhatToLookAtIsToldOfAFileThatChangesNothingToo) {
    const std::string text = "number,name,id_number\n1,甲,999999188402291021\n";
    EXPECT_TRUE(tells(import("members", text), {"imported", "; look at 1 place:\nline 2"}));
    EXPECT_TRUE(tells(import("members", text), {"nothing_to_import", "; look at 1 place:\nline 2"}));
}

TEST_F(OfficeFiles, WhoMayBeRecordedAlreadyIsTold) {
    import("members", "number,name,born\n1,阿卜杜拉·买买提,1950-01-01\n2,乙,1950-01-01\n");
    const auto said = import("members",
                             "number,name,born\n"
                             "1,阿卜杜拉·买买提,1950-01-01\n"
                             "3,阿卜杜拉 买买提,1950-01-01\n"
                             "4,乙,1950-01-02\n");
    EXPECT_TRUE(was_taken()) << said;
    EXPECT_TRUE(tells(said, {"; look at 1 place:\nline 3, column 3, name: ", "member 1"}));
}

TEST_F(OfficeFiles, AMemberWhoseIdNumberAnotherHasIsRefusedAtHisLine) {
    import("members", "number,name,id_number\n1,甲,99999918840229102X\n");
    const auto said = import("members", "number,name,born,id_number\n3,丙,1950-01-01,\n4,甲,,99999918840229102X\n");
    EXPECT_FALSE(was_taken());
    EXPECT_TRUE(
        tells(said, {"line 3, column 6, id_number: Another member has the ID number. (id_number_in_use)", "(4)"}));
    EXPECT_EQ(said.find("9999991884"), std::string::npos);
}

TEST_F(OfficeFiles, EachMemberThatCannotBeRecordedIsToldAtHisLine) {
    const auto said =
        import("members", "number,name,born,employers\n1,甲,1950-01-01,acme\n2,乙,1950-01-01,\n3,丙,1950-01-01,x\n");
    EXPECT_FALSE(was_taken());
    EXPECT_TRUE(
        tells(said, {"2 members are refused, nothing is imported:\nline 2, column 16, employers: There is no employer ",
                     "\nline 4, column 16, employers: There is no employer "}));
}

TEST_F(OfficeFiles, AMenuOfAYearTheCalendarDoesNotKnowIsTold) {
    import("calendar", "date,kind\n2026-10-01,off\n");
    const auto said = import("menu",
                             "date,meal,from,to,dish,name,price\n"
                             "2026-10-01,lunch,10:30,13:30,1,米饭,1\n"
                             "2028/10/1,lunch,10:30,13:30,1,米饭,1\n"
                             "2028/10/2,lunch,10:30,13:30,1,米饭,1\n");
    EXPECT_TRUE(was_taken()) << said;
    EXPECT_TRUE(tells(said, {"; look at 1 place:\nline 3, column 1, date: ", "2028"}));
}

TEST_F(OfficeFiles, BytesThatAreGoodTextInTwoEncodingsAreTold) {
    const auto said = import("members", "number,name,born\n7,\xd0\xbb\xd0\xa1\xc6\xbd,1950-01-01\n");
    EXPECT_TRUE(was_taken()) << said;
    EXPECT_TRUE(tells(said, {"; look at 1 place:\nline 2, column 3: read as GB 18030"}));
}

}  // namespace
}  // namespace canteen
