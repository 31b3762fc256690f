#include "canteen/files/schemes/json.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

FileError error_of(std::string_view text) {
    const auto result = parse_json(text);
    EXPECT_FALSE(result.ok()) << text;
    return result.ok() ? FileError{} : result.error();
}

TEST(Json, is_read_as_it_stands) {
    const auto result =
        parse_json("\xEF\xBB\xBF {\"餐\": [1, -2, true, null, \"a\\u4e2d\", 1.0, 99999999999999999999], \"b\": {}} \n");
    ASSERT_TRUE(result) << to_string(result.error());
    ASSERT_EQ(result->kind, JsonKind::object);
    EXPECT_EQ(result->keys, (std::vector<std::string>{"餐", "b"}));
    const auto& list = result->items.at(0).items;
    ASSERT_EQ(list.size(), 7u);
    EXPECT_EQ(list[0].number, 1);
    EXPECT_EQ(list[1].number, -2);
    EXPECT_TRUE(list[2].boolean);
    EXPECT_EQ(list[3].kind, JsonKind::null);
    EXPECT_EQ(list[4].text, "a中");
    EXPECT_EQ(list[5].kind, JsonKind::other_number);
    EXPECT_EQ(list[6].kind, JsonKind::other_number);
    EXPECT_EQ(result->items.at(1).kind, JsonKind::object);
}

TEST(Json, bad_syntax_is_refused_with_line_and_column) {
    const FileError error = error_of("{\n  \"名\": 1,\n  \"二\": ?\n}");
    EXPECT_EQ(error.line, 3u);
    EXPECT_EQ(error.column, 8u) << "in characters, not bytes";
}

TEST(Json, what_is_not_quite_json_is_refused) {
    for (const char* text :
         {"", "{", "[1,]", "{\"a\":1,}", "{a:1}", "// note\n1", "'a'", "01", "NaN", "1 2", "\"\xff\"", "\"a", "tru"}) {
        EXPECT_EQ(error_of(text).line, std::string_view(text).starts_with("//") ? error_of(text).line : 1u) << text;
    }
    EXPECT_EQ(error_of("{} {}").message, "something follows the end of the JSON text");
}

TEST(Json, a_key_given_twice_is_refused_with_its_path) {
    const FileError error = error_of("{\"list\": [{\"a\": 1},\n {\"b\": {\"c\": 1, \"d\": 2, \"\\u0063\": 3}}]}");
    EXPECT_EQ(error.message, "key \"c\" is given twice");
    EXPECT_EQ(error.path, "list[1].b");
    EXPECT_EQ(error.line, 2u);
    EXPECT_TRUE(parse_json("[{\"a\": 1}, {\"a\": 2}]").ok()) << "two objects may share a key";
}

TEST(Json, many_keys_are_read_as_fast_as_few) {
    std::string text = "{";
    for (int i = 0; i < 400'000; ++i) text += "\"" + std::to_string(i) + "\":0,";
    const auto read = parse_json(text + "\"last\":0}");  // looking through all keys for each would take minutes
    ASSERT_TRUE(read.ok()) << to_string(read.error());
    EXPECT_EQ(read->keys.size(), 400'001u);
    EXPECT_EQ(error_of(text + "\"7\":0}").message, "key \"7\" is given twice");
}

TEST(Json, the_number_of_values_is_bounded) {
    std::string text = "[0";
    for (std::size_t i = 0; i < max_json_values; ++i) text += ",0";
    EXPECT_EQ(error_of(text + "]").message, "more than 500000 values");
}

TEST(Json, depth_is_bounded) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_TRUE(parse_json(nested(max_json_depth)).ok());
    EXPECT_FALSE(parse_json(nested(max_json_depth + 1)).ok());
}

}  // namespace
}  // namespace canteen
