#include "canteen/cli/terminal_words.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

const std::string wang_in_gbk = "\xcd\xf5\xbf\xc6\xb3\xa4";

TEST(TerminalWords, AreConvertedFromWhatTheTerminalWrites) {
    for (const char* encoding : {"GBK", "GB18030", "gb2312"})
        EXPECT_EQ(utf8_words({"by=" + wang_in_gbk, "1001"}, encoding), (std::vector<std::string>{"by=王科长", "1001"}));
    EXPECT_EQ(utf8_words({"王科长"}, "UTF-8"), std::vector<std::string>{"王科长"});
}

TEST(TerminalWords, ThatNobodyCouldReadAreRefusedWithTheirPlace) {
    for (const char* encoding : {"UTF-8", "ANSI_X3.4-1968", "no such encoding"}) {
        try {
            utf8_words({"office", wang_in_gbk}, encoding);
            ADD_FAILURE() << encoding;
        } catch (const TerminalError& error) {
            EXPECT_TRUE(std::string(error.what()).starts_with("word 2 is not ")) << error.what();
        }
    }
    EXPECT_THROW(utf8_words({"\xcd"}, "GBK"), TerminalError) << "half a character";
}

}  // namespace
}  // namespace canteen
