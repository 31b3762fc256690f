#include "canteen/files/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace canteen {
namespace {

FileError error_of(std::string_view text) {
    auto table = read_csv(text, {"a", "b"}, {"c"});
    EXPECT_FALSE(table.ok());
    return table.ok() ? FileError{} : table.error();
}

TEST(Csv, ReadsQuotedCellsWithCommasQuotesAndChinese) {
    auto table = read_csv(
        "\xef\xbb\xbf"
        "a,b\r\n\"回锅肉, 大份\",\"say \"\"hi\"\"\"\r\n",
        {"a", "b"}, {});
    ASSERT_TRUE(table.ok());
    ASSERT_EQ(table->rows.size(), 1U);
    EXPECT_EQ(table->cell(table->rows[0], "a").text, "回锅肉, 大份");
    EXPECT_EQ(table->cell(table->rows[0], "b").text, "say \"hi\"");
}

TEST(Csv, AnAbsentOptionalColumnIsEmpty) {
    auto table = read_csv("a,b\n1,2\n", {"a", "b"}, {"c"});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->cell(table->rows[0], "c").text, "");
}

TEST(Csv, CountsColumnsInCharactersNotBytes) {
    auto table = read_csv("a,b\n回锅肉,2\n", {"a", "b"}, {});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->cell(table->rows[0], "b").line, 2U);
    EXPECT_EQ(table->cell(table->rows[0], "b").column, 5U);
}

TEST(Csv, SkipsBlankLinesAndNeedsNoNewlineAtTheEnd) {
    auto table = read_csv("a,b\n\n1,2\n\n3,4", {"a", "b"}, {});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->rows.size(), 2U);
}

TEST(Csv, NamesTheColumnThatIsMissingUnknownOrDoubled) {
    EXPECT_EQ(error_of("a\n1\n").path, "b");
    EXPECT_EQ(error_of("a,b,d\n").message, "unknown column");
    EXPECT_EQ(error_of("a,b,a\n").message, "the column stands twice");
}

TEST(Csv, SaysWhereARowIsTooShort) {
    auto error = error_of("a,b\n1,2\n3\n");
    EXPECT_EQ(error.line, 3U);
    EXPECT_EQ(error.message, "1 cells where the header has 2");
}

TEST(Csv, RefusesWhatIsNotUtf8OrHoldsControlCharacters) {
    EXPECT_EQ(error_of("a,b\n\xff,2\n").message, "not UTF-8");
    EXPECT_EQ(error_of("a,b\n\xed\xa0\x80,2\n").message, "not UTF-8");
    EXPECT_EQ(error_of("a,b\n1,2\x01\n").message, "a control character");
}

TEST(Csv, RefusesQuotesThatDoNotMatch) {
    EXPECT_EQ(error_of("a,b\n\"1,2\n").message, "a quote is opened and not closed on its line");
    EXPECT_EQ(error_of("a,b\n1\"x,2\n").message, "a quote inside a cell that is not quoted");
    EXPECT_EQ(error_of("a,b\n\"1\"x,2\n").message, "text after the closing quote");
}

TEST(Csv, RefusesACellOverItsLimit) {
    EXPECT_EQ(error_of("a,b\n" + std::string(max_cell_bytes + 1, 'x') + ",2\n").line, 2U);
}

RC_GTEST_PROP(Csv, AnyBytesAreReadOrRefusedAndNeverCrash, (const std::string& bytes)) {
    (void)read_csv("a,b\n" + bytes, {"a", "b"}, {});
}

TEST(Csv, ATextThatASpreadsheetWouldTakeForAFormulaIsMarkedAsText) {
    for (const char* formula : {"=1+1", "+1", "-1", "@x", "\tx", "＝1", "＋1", "－1", "＠x"})
        EXPECT_EQ(csv_text(formula), std::string("'") + formula);
    EXPECT_EQ(csv_text("王芳"), "王芳");
}

}  // namespace
}  // namespace canteen
