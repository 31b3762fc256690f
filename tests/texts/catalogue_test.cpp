#include "canteen/texts/catalogue.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "canteen/domain/model/claim.h"
#include "canteen/domain/model/exception.h"
#include "pos-client/counter/denial.h"

namespace canteen {
namespace {

constexpr int codes_looked_at = 400;  // far above the highest number in use

std::map<std::string, std::string> texts_of(Language language) {
    std::map<std::string, std::string> texts;
    for (const auto& [code, text] : catalogue(language)) texts.emplace(code, text);
    return texts;
}

// Returns a text's params: {n} and {n|one|many} ask for the same value, {n|yuan} for another kind of it.
std::set<std::string> params_of(const std::string& text) {
    static const std::regex place(R"(\{(\w+)(\|yuan)?(\|[^|}]*\|[^|}]*)?\})");
    std::set<std::string> params;
    for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at)
        params.insert((*at)[1].str() + (*at)[2].str());
    return params;
}

TEST(Catalogue, hasTheSameCodesAndParamsInBothLanguages) {
    const auto chinese = texts_of(Language::zh), english = texts_of(Language::en);
    EXPECT_EQ(chinese.size(), english.size());
    for (const auto& [code, text] : english) {
        ASSERT_TRUE(chinese.contains(code)) << code;
        EXPECT_EQ(params_of(chinese.at(code)), params_of(text)) << code;
        EXPECT_FALSE(text.empty() || chinese.at(code).empty()) << code;
    }
}

TEST(Catalogue, hasNoPlaceThatTheEnginesDoNotKnow) {
    static const std::regex place(R"(\{\w+(\|yuan|\|[^|}]*\|[^|}]*)?\})");
    for (const auto language : {Language::zh, Language::en})
        for (const auto& [code, text] : texts_of(language))
            EXPECT_EQ(std::regex_replace(text, place, "").find_first_of("{}"), std::string::npos) << code;
}

TEST(Catalogue, saysEveryRefusalExceptionAndFinding) {
    const auto texts = texts_of(Language::en);
    std::set<std::string> named;
    for (int code = 0; code < codes_looked_at; ++code) {
        const auto refusal = name_of(static_cast<RejectionCode>(code));
        const auto exception = name_of(static_cast<ExceptionCode>(code));
        if (refusal != name_of(RejectionCode{})) named.insert("refused." + std::string(refusal));
        if (exception != name_of(ExceptionCode{})) named.insert("listed." + std::string(exception));
    }
    for (int code = 1; code <= static_cast<int>(FindingCode::never_claimed); ++code)
        named.insert("finding." + std::string(name_of(static_cast<FindingCode>(code))));
    for (const auto denied : till::counter_denials) named.insert("refused." + std::string(denied));
    for (const auto& code : named) EXPECT_TRUE(texts.contains(code)) << code;
    for (const auto& [code, text] : texts)
        for (const std::string area : {"refused.", "listed.", "finding."})
            EXPECT_TRUE(!code.starts_with(area) || named.contains(code)) << code << " is the name of nothing";
}

// A line in any other form would be left out of the program, or break it.
TEST(Catalogue, isWhatTheFilesSay) {
    static const std::regex entry(R"re(^  "([a-z0-9_.]+)": "((?:[^"\\]|\\")+)",?$)re");
    for (const auto& [name, language] : {std::pair{"zh-CN", Language::zh}, {"en", Language::en}}) {
        std::ifstream file(std::string(CANTEEN_SOURCE_DIR "/canteen/texts/") + name + ".json");
        const auto texts = texts_of(language);
        std::size_t entries = 0;
        for (std::string line; std::getline(file, line);) {
            std::smatch match;
            if (line == "{" || line == "}") continue;
            ASSERT_TRUE(std::regex_match(line, match, entry)) << name << ": " << line;
            EXPECT_EQ(texts.at(match[1]), std::regex_replace(match[2].str(), std::regex(R"(\\")"), "\"")) << line;
            ++entries;
        }
        EXPECT_EQ(entries, texts.size());
    }
}

}  // namespace
}  // namespace canteen
