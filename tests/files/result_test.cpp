#include "canteen/files/result.h"

#include <gtest/gtest.h>

namespace canteen {
namespace {

TEST(Result, holds_a_value_or_the_error_that_kept_it_away) {
    const Result<int> value = 7;
    ASSERT_TRUE(value.ok());
    EXPECT_EQ(*value, 7);
    const Result<int> error = FileError{3, 7, "price", "must be a number"};
    ASSERT_FALSE(error);
    EXPECT_EQ(error.error().message, "must be a number");
}

TEST(Result, an_error_names_what_is_known_of_its_place) {
    EXPECT_EQ(to_string(FileError{3, 7, "price", "must be a number"}), "line 3, column 7, price: must be a number");
    EXPECT_EQ(to_string(FileError{0, 0, "versions[0].steps", "must be a list"}), "versions[0].steps: must be a list");
    EXPECT_EQ(to_string(FileError{0, 0, "", "is empty"}), "is empty");
}

}  // namespace
}  // namespace canteen
