// Keeps things small: a file is one noun, a function does one thing.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "tests/house/source_tree.h"

namespace canteen::house {
namespace {

constexpr std::size_t max_file_lines = 400;
constexpr std::size_t max_function_lines = 70;
constexpr std::size_t max_class_lines = 150;

TEST(Sizes, NoFileIsLongerThanOneCanHoldInMind) {
    for (const auto& source : sources({"canteen", "pos-client", "tests", "deploy", "proto"},
                                      {".h", ".cpp", ".ts", ".tsx", ".mjs", ".proto", ".sql", ".sh"}))
        EXPECT_LE(source.lines.size(), max_file_lines) << source.path;
}

// A function body in our format ends with a closing brace at the indentation of its opening line.
TEST(Sizes, NoFunctionIsLongerThanAScreen) {
    for (const auto& source : sources({"canteen", "pos-client"}, {".h", ".cpp"})) {
        std::size_t opened = 0;
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            const auto& line = source.lines[i];
            bool opens = !line.empty() && line[0] != ' ' && line.ends_with("{") && line.find('(') != std::string::npos;
            if (opens) opened = i + 1;
            if (line == "}" && opened != 0) {
                EXPECT_LE(i + 1 - opened, max_function_lines) << source.path << ":" << opened;
                opened = 0;
            }
        }
    }
}

// Returns the line that closes what the line opens, both at one indentation.
std::size_t closing(const SourceFile& source, std::size_t opening, const std::string& brace) {
    const auto& line = source.lines[opening];
    const auto closes = line.substr(0, line.find_first_not_of(' ')) + brace;
    for (auto i = opening + 1; i < source.lines.size(); ++i)
        if (source.lines[i] == closes) return i;
    return opening;
}

// Checks the length of everything that a matching line opens, up to its closing brace, against the limit.
void expect_short(const std::regex& opens, const std::regex& opens_not, const std::string& brace, std::size_t most) {
    for (const auto& source : sources({"canteen", "pos-client"}, {".h", ".cpp"})) {
        for (std::size_t i = 0; i < source.lines.size(); ++i) {
            const auto& line = source.lines[i];
            if (!line.ends_with('{') || !std::regex_search(line, opens) || std::regex_search(line, opens_not)) continue;
            EXPECT_LE(closing(source, i, brace) - i, most) << source.path << ":" << i + 1;
        }
    }
}

TEST(Sizes, NoClassIsLongerThanThreeScreens) {
    expect_short(std::regex(R"(^ *(class|struct) \w[^;(]*\{$)"), std::regex("enum"), "};", max_class_lines);
}

TEST(Sizes, NoMethodIsLongerThanAScreen) {
    expect_short(std::regex(R"(^ +[^ ].*\)( const| noexcept| override)* \{$)"),
                 std::regex(R"(^ *(if|for|while|switch|else|return|\}|auto|const auto)\b|\[)"), "}",
                 max_function_lines);
}

TEST(Sizes, TheTopLevelFoldersAreFixed) {
    const std::set<std::string> fixed{"canteen", "pos-client", "proto", "tests", "deploy", "build", "node_modules"};
    for (const auto& entry : std::filesystem::directory_iterator(CANTEEN_SOURCE_DIR)) {
        auto name = entry.path().filename().string();
        if (!entry.is_directory() || name[0] == '.') continue;
        EXPECT_TRUE(fixed.contains(name)) << name;
    }
}

TEST(Sizes, NothingIsLeftForLater) {
    const std::set<std::string> words{
        "TO"
        "DO",
        "FIX"
        "ME",
        "XX"
        "X",
        "HA"
        "CK"};
    for (const auto& source :
         sources({"canteen", "pos-client", "tests", "deploy", "proto"}, {".h", ".cpp", ".ts", ".tsx", ".sh", ".sql"}))
        for (const auto& line : source.lines)
            for (const auto& word : words)
                EXPECT_EQ(line.find(word + ":"), std::string::npos) << source.path << ": " << line;
}

}  // namespace
}  // namespace canteen::house
