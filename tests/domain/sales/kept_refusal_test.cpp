#include "canteen/domain/sales/kept_refusal.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(WhatIsKeptOfARefusal, is_what_the_books_and_the_program_say) {
    const Rejection sold_out{RejectionCode::sold_out, {{"dish", "2"}, {"left", "-3"}}, {}};
    EXPECT_EQ(kept_form(sold_out), sold_out);
    const Rejection newer{RejectionCode::client_newer, {{"path", "order.lines[2].spice"}}, {}};
    EXPECT_EQ(kept_form(newer), newer);
    const Rejection closed{RejectionCode::meal_closed, {{"from", "11:00"}, {"to", "13:00"}}, Sums{}};
    EXPECT_EQ(kept_form(closed), closed);
}

TEST(WhatIsKeptOfARefusal, is_nothing_that_somebody_typed) {
    for (const auto* name :
         {"card", "number", "employer", "scheme", "agreement", "path", "letters", "of_a_later_year"}) {
        const Rejection why{RejectionCode::card_unknown, {{name, "110101195001010014"}}, {}};
        EXPECT_TRUE(kept_form(why).params.empty()) << name;
    }
    const Rejection text{RejectionCode::sold_out, {{"dish", "11010119500101001X"}}, {}};
    EXPECT_TRUE(kept_form(text).params.empty()) << "a number of the books is a number";
}

}  // namespace
}  // namespace canteen
