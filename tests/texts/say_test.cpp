#include "canteen/texts/say.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Say, tellsARefusalInTheReadersLanguage) {
    const Rejection why{RejectionCode::tender_mismatch, {{"due", "1260"}, {"given", "1200"}}, {}};
    EXPECT_EQ(say(why, Language::en), "12.60 yuan are due, 12.00 were given.");
    EXPECT_EQ(say(why, Language::zh), "应付 12.60 元，实付 12.00 元。");
}

TEST(Say, tellsAnExceptionByItsOwnText) {
    const Exception exception{ExceptionCode::account_short, {}, {{"missing", "350"}}};
    EXPECT_EQ(say(exception, Language::en), "The balance did not reach; 3.50 yuan are missing.");
}

TEST(Say, showsANewerServersCodeAsItIs) {
    EXPECT_EQ(say("refused.from_the_future", {}, Language::en), "refused.from_the_future");
    EXPECT_EQ(say("", {}, Language::zh), "");
    EXPECT_EQ(say("zzz", {}, Language::zh), "zzz");
}

}  // namespace
}  // namespace canteen
