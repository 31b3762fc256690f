#include "pos-client/paper/document_json.h"

#include <gtest/gtest.h>

#include "pos-client/paper/profile.h"
#include "pos-client/slips/receipt.h"
#include "pos-client/slips/small_slips.h"
#include "tests/paper/sample_slips.h"

namespace canteen::till::test {
namespace {

TEST(DocumentJson, bringsEveryBlockBack) {
    for (const auto language : {Language::zh, Language::en})
        for (const auto& document : {receipt(sample_receipt(language)), test_page(language, "counter", at("06:30")),
                                     drawer_slip(sample_safe_drop(language), true)})
            EXPECT_EQ(document_of(to_json(document)), document);
}

TEST(DocumentJson, readsNothingElse) {
    for (const auto* text : {"", "[]", "{}", R"({"language":"zh"})", R"({"language":"zh","blocks":[["text"]]})",
                             R"({"language":"zh","blocks":[["photo"]]})", R"({"language":"zh","blocks":[[1]]})"})
        EXPECT_EQ(document_of(text), std::nullopt) << text;
}

TEST(DocumentJson, neverReadsALetterOfNoSize) {
    const auto document = document_of(R"({"language":"zh","blocks":[["text","a",0,0,0]]})");
    ASSERT_TRUE(document);
    EXPECT_EQ(std::get<TextBlock>(document->blocks[0]).style.size, TextSize::usual);
}

TEST(PrintProfile, comesBackFromItsText) {
    const PrintProfile plain{}, small{32, CodePage::raster_only, false, false, false};
    EXPECT_EQ(print_profile_of(to_json(plain)), plain);
    EXPECT_EQ(print_profile_of(to_json(small)), small);
}

TEST(PrintProfile, isNoneForPaperThatNobodySells) {
    auto text = to_json(PrintProfile{});
    EXPECT_EQ(print_profile_of(text.replace(text.find("48"), 2, "49")), std::nullopt);
    EXPECT_EQ(print_profile_of(R"({"columns":48})"), std::nullopt);
    EXPECT_EQ(print_profile_of("48"), std::nullopt);
}

}  // namespace
}  // namespace canteen::till::test
