#include "pos-client/till/texts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace canteen::till::test {
namespace {

constexpr int codes_looked_at = 300;  // far above the highest number in use

std::vector<std::string> places_in(const std::string& sentence) {
    std::vector<std::string> places;
    for (auto open = sentence.find('{'); open != std::string::npos; open = sentence.find('{', open + 1)) {
        places.push_back(sentence.substr(open, sentence.find('}', open) - open));
    }
    std::sort(places.begin(), places.end());
    return places;
}

TEST(Texts, haveTheSameKeysAndPlacesInEveryLanguage) {
    EXPECT_EQ(texts_zh().size(), texts_en().size());
    for (const auto& [key, sentence] : texts_en()) {
        ASSERT_TRUE(texts_zh().contains(key)) << key;
        EXPECT_EQ(places_in(texts_zh().at(key)), places_in(sentence)) << key;
    }
}

TEST(Texts, sayEveryRefusalAndEveryException) {
    int refusals = 0, exceptions = 0;
    for (int code = 0; code < codes_looked_at; ++code) {
        const auto refusal = name_of(static_cast<RejectionCode>(code));
        const auto exception = name_of(static_cast<ExceptionCode>(code));
        if (refusal != name_of(RejectionCode{})) {
            ++refusals;
            EXPECT_TRUE(texts_en().contains("refused." + std::string(refusal))) << refusal;
        }
        if (exception != name_of(ExceptionCode{})) {
            ++exceptions;
            EXPECT_TRUE(texts_en().contains("listed." + std::string(exception))) << exception;
        }
    }
    EXPECT_GE(refusals, 41);
    EXPECT_GE(exceptions, 12);
}

TEST(Texts, putInParamsAndTurnFenIntoYuan) {
    const Rejection why{RejectionCode::tender_mismatch, {{"due", "1260"}, {"given", "1200"}}, {}};
    EXPECT_EQ(text(Language::en, why), "12.60 yuan are due, 12.00 were given.");
    EXPECT_EQ(text(Language::zh, why), "应付 12.60 元，实付 12.00 元。");
}

TEST(Texts, showANewerServersCodeAsItIs) {
    EXPECT_EQ(text(Language::en, "refused.from_the_future"), "refused.from_the_future");
    EXPECT_EQ(text(Language::en, "refused.sold_out"), "Dish ? is sold out (? left).");
}

}  // namespace
}  // namespace canteen::till::test
