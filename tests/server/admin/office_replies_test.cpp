#include "canteen/admin/office_replies.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(OfficeReplies, sayWhyInWordsAndByName) {
    const Rejection why{RejectionCode::sold_out, {{"dish", "7"}, {"left", "0"}}, {}};
    EXPECT_EQ(describe(why), "Dish 7 is sold out (0 left). (sold_out)");
}

}  // namespace
}  // namespace canteen
