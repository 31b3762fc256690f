#include "pos-client/scale/mettler.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "tests/scale/mettler_message.h"

namespace canteen::till::test {
namespace {

constexpr Timestamp weighed_at{5'000'000};

std::optional<std::uint32_t> grams_after(std::string_view bytes) {
    MettlerReader reader;
    reader.take(bytes, weighed_at);
    return reader.settled_grams(weighed_at);
}

TEST(Mettler, readsKilogramsWithThreeDecimalsAsGrams) {
    EXPECT_EQ(grams_after(mettler_message({.weight = "  0160"})), 160U);
    EXPECT_EQ(grams_after(mettler_message({.weight = "012345"})), 12'345U);
    EXPECT_EQ(grams_after(mettler_message({.weight = "000000"})), 0U);
}

TEST(Mettler, followsThePointAndTheUnit) {
    EXPECT_EQ(grams_after(mettler_message({.weight = "000016", .point = 4})), 160U);          // 0.16 kg
    EXPECT_EQ(grams_after(mettler_message({.weight = "001600", .point = 6})), 160U);          // 0.1600 kg
    EXPECT_EQ(grams_after(mettler_message({.weight = "001601", .point = 6})), std::nullopt);  // a tenth of a gram
    EXPECT_EQ(grams_after(mettler_message({.weight = "000160", .point = 2, .unit = 1})), 160U);
    EXPECT_EQ(grams_after(mettler_message({.weight = "000160", .unit = 3})), std::nullopt);              // ounces
    EXPECT_EQ(grams_after(mettler_message({.weight = "000160", .in_kilograms = false})), std::nullopt);  // pounds
    EXPECT_EQ(grams_after(mettler_message({.weight = "001600", .is_expanded = true})), 160U);
}

TEST(Mettler, givesNoWeightThatIsNotSettled) {
    for (const unsigned bit : {0x02U, 0x04U, 0x08U, 0x40U})  // below nothing, out of range, in motion, no zero yet
        EXPECT_EQ(grams_after(mettler_message({.weight = "000160", .status_b = bit})), std::nullopt) << bit;
    MettlerReader reader;
    reader.take(mettler_message({.weight = "000160"}), weighed_at);
    reader.take(mettler_message({.weight = "000230", .status_b = 0x08}), weighed_at);
    EXPECT_EQ(reader.settled_grams(weighed_at), std::nullopt);
}

TEST(Mettler, forgetsTheWeightOfAScaleThatFellSilent) {
    MettlerReader reader;
    reader.take(mettler_message({.weight = "000160"}), weighed_at);
    EXPECT_EQ(reader.settled_grams(weighed_at + weight_good_for), 160U);
    EXPECT_EQ(reader.settled_grams(weighed_at + weight_good_for + std::chrono::milliseconds{1}), std::nullopt);
    EXPECT_FALSE(reader.is_heard(weighed_at - std::chrono::hours{1}));  // the clock was put back
}

TEST(Mettler, beginsInTheMiddleOfAMessage) {
    const auto message = mettler_message({.weight = "000160"});
    EXPECT_EQ(grams_after(message.substr(5) + message), 160U);
    EXPECT_EQ(grams_after("\x02 noise of a plug " + message), 160U);
}

TEST(Mettler, takesADashForNoWeight) {
    EXPECT_EQ(grams_after(mettler_message({.weight = "------"})), std::nullopt);
    EXPECT_EQ(grams_after(mettler_message({.weight = "      "})), std::nullopt);
}

TEST(Mettler, refusesAMessageWhoseSumIsWrong) {
    auto message = with_checksum(mettler_message({.weight = "000160"}));
    MettlerReader reader(true);
    reader.take(message, weighed_at);
    EXPECT_EQ(reader.settled_grams(weighed_at), 160U);
    message[6] = '9';
    MettlerReader doubtful(true);
    doubtful.take(message, weighed_at);
    EXPECT_EQ(doubtful.settled_grams(weighed_at), std::nullopt);
}

RC_GTEST_PROP(Mettler, readsItsMessagesInAnyPieces, ()) {
    const auto grams = *rc::gen::inRange<std::uint32_t>(0, 30'000);
    const auto piece = *rc::gen::inRange<std::size_t>(1, 40);
    const bool has_sum = *rc::gen::arbitrary<bool>();
    auto digits = std::to_string(grams);
    digits.insert(0, 6 - digits.size(), '0');
    auto message = mettler_message({.weight = digits});
    if (has_sum) message = with_checksum(message);
    const auto stream = message.substr(message.size() / 2) + message + message;
    MettlerReader reader(has_sum);
    for (std::size_t i = 0; i < stream.size(); i += piece)
        reader.take(std::string_view(stream).substr(i, piece), weighed_at);
    RC_ASSERT(reader.settled_grams(weighed_at) == grams);
}

}  // namespace
}  // namespace canteen::till::test
