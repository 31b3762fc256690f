// Finds a person by an ID number that our memory never holds whole.
#include "canteen/app/id_mark.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string>
#include <type_traits>

namespace canteen {
namespace {

constexpr Key key{7}, other_key{8};
constexpr auto number = "99999919460410123X";

TEST(IdMark, HoldsNoMoreOfTheNumberThanTheEndThatMayBeAskedFor) {
    static_assert(std::is_trivially_copyable_v<IdMark>, "all it holds is in its own bytes");
    const IdMark mark(key, number);
    std::string bytes(sizeof mark, '\0');
    std::memcpy(bytes.data(), &mark, sizeof mark);
    EXPECT_NE(bytes.find("10123X"), std::string::npos);
    EXPECT_EQ(bytes.find("410123X"), std::string::npos);
    EXPECT_EQ(bytes.find("194604"), std::string::npos);
}

TEST(IdMark, IsOfOneNumberHoweverItIsWrittenAndOfNoOther) {
    const IdMark mark(key, number);
    EXPECT_TRUE(mark.is_of_the_number_of(IdMark(key, "９９９９９９19460410123x")));
    EXPECT_FALSE(mark.is_of_the_number_of(IdMark(key, "99999919460411123X"))) << "of the same end";
    EXPECT_FALSE(mark.is_of_the_number_of(IdMark(other_key, number)));
    EXPECT_FALSE(IdMark(key, "").is_of_the_number_of(IdMark(key, ""))) << "nobody's is nobody's";
}

TEST(IdMark, EndsAsTheNumberDoes) {
    const IdMark mark(key, number);
    EXPECT_TRUE(mark.ends_with("10123X"));
    EXPECT_TRUE(mark.ends_with("23X"));
    EXPECT_FALSE(mark.ends_with("0410123X"));
    EXPECT_FALSE(mark.ends_with("231"));
    EXPECT_EQ(mark.end_of(4), "123X");
    EXPECT_EQ(mark.end_of(20), "10123X");
    EXPECT_EQ(IdMark(key, "A1").end_of(4), "A1");
    EXPECT_EQ(IdMark().end_of(4), "");
}

}  // namespace
}  // namespace canteen
