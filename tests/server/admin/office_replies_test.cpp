#include "canteen/admin/office_replies.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(OfficeReplies, sayWhyInWordsAndByName) {
    const Rejection why{RejectionCode::sold_out, {{"dish", "7"}, {"left", "0"}}, {}};
    EXPECT_EQ(describe(why), "Dish 7 is sold out (0 left). (sold_out)");
}

TEST(OfficeReplies, keepWhatTheTextHasNoPlaceFor) {
    const Rejection row{RejectionCode::member_unknown, {{"number", "80002"}}, {}};
    EXPECT_EQ(describe(row), "There is no member of this number. (member_unknown number=80002)");
    const Rejection letters{RejectionCode::amount_invalid, {{"what", "letters"}}, {}};
    EXPECT_EQ(describe(letters), "The amount is not valid. (amount_invalid what=letters)");
}

}  // namespace
}  // namespace canteen
