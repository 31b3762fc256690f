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

// Returns the table's content, one line for each row, for comparing.
std::string told(std::string_view text) {
    const auto table = read_csv(text, {"a", "b"}, {"c"});
    if (!table) return to_string(table.mistakes());
    std::string told;
    for (const auto& row : table->rows)
        told += table->cell(row, "a").text + "|" + table->cell(row, "b").text + "|" + table->cell(row, "c").text + "\n";
    return told;
}

TEST(Csv, CellsLeftOutAtTheEndOfARowAreEmpty) {
    EXPECT_EQ(told("a,b,c\n1,2,3\n4,5\n6\n"), "1|2|3\n4|5|\n6||\n");
}

TEST(Csv, RowsAndColumnsWithoutAWordAreGhosts) {
    EXPECT_EQ(told("a,b,,\n1,2,,\n,,,\n , ,\t,\n3,4,,,,\n,,,,,,\n"), "1|2|\n3|4|\n");
}

TEST(Csv, TextWithoutAHeadingIsRefusedWhereItStands) {
    EXPECT_EQ(told("a,b,\n1,2,x\n3,4,,y\n"),
              "line 2, column 5: a cell that has no heading\nline 3, column 6: a cell that has no heading");
}

TEST(Csv, EveryLineEndIsOne) {
    for (const auto* text : {"a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a,b\r\n1,2\n3,4"})
        EXPECT_EQ(told(text), "1|2|\n3|4|\n") << text;
    EXPECT_EQ(error_of("a,b\r1,2\r\x01,4\r").line, 3U);
    EXPECT_EQ(error_of("a,b\n1,\r2\n").message, "a control character") << "a stray one parts no rows";
}

TEST(Csv, TabsAndSemicolonsPartCellsWhereTheFirstLineHasNoComma) {
    EXPECT_EQ(told("a\tb\tc\n1\t2\t3;4\n"), "1|2|3;4\n");
    EXPECT_EQ(told("a;b;c\n1;2;\"3;4\"\n"), "1|2|3;4\n");
    EXPECT_EQ(told("sep=;\na;b\n1;2\n"), "1|2|\n");
}

TEST(Csv, BlanksAroundACellAreNoneOfIt) {
    EXPECT_EQ(told(" A ,b\n 1\t,\xe3\x80\x80\xc2\xa0"
                   "2 \n \"3\" , 4 5\n"),
              "1|2|\n3|4 5|\n");
}

TEST(Csv, ACharacterThatWasLostOrIsOfOneFontAloneIsRefused) {
    EXPECT_EQ(error_of("a,b\n1,\xef\xbf\xbd\n").path, "b");
    EXPECT_EQ(error_of("a,b\n1,\xee\x97\xa5\n").line, 2U);
    EXPECT_EQ(error_of("a,b\n1,\xf3\xb0\x80\x80\n").path, "b");
    EXPECT_EQ(told("a,b\n1,𠮷㐂䶮\n"), "1|𠮷㐂䶮|\n");
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
