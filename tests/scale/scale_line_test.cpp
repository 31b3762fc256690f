#include "pos-client/devices/scale_line.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <system_error>

#include "tests/pos_client/scratch_dir.h"
#include "tests/printer/pseudo_terminal.h"
#include "tests/printer/until.h"
#include "tests/scale/mettler_message.h"

namespace canteen::till::test {
namespace {

class ScaleLineTest : public testing::Test {
protected:
    ScaleLine::Clock clock() {
        return [this] { return now_; };
    }
    Timestamp now_{7'000'000};
    IoLoop loop_;
};

TEST_F(ScaleLineTest, tellsTheWeightOnceItIsSettled) {
    const PseudoTerminal scale;
    ScaleLine line(loop_, {scale.path()}, clock());
    EXPECT_FALSE(line.is_heard());
    scale.say(mettler_message({.weight = "000230", .status_b = 0x08}));
    run_until(loop_, [&] { return line.is_heard(); });
    EXPECT_EQ(line.settled_grams(), std::nullopt);
    scale.say(mettler_message({.weight = "000160"}));
    run_until(loop_, [&] { return line.settled_grams().has_value(); });
    EXPECT_EQ(line.settled_grams(), 160U);
}

TEST_F(ScaleLineTest, setsTheLineAsScalesSpeak) {
    const PseudoTerminal scale;
    ScaleLine line(loop_, {scale.path()}, clock());
    const auto settings = scale.settings();
    EXPECT_EQ(::cfgetispeed(&settings), static_cast<speed_t>(B9600));
    EXPECT_EQ(settings.c_lflag & static_cast<tcflag_t>(ICANON | ECHO), 0U);
    EXPECT_NE(settings.c_iflag & static_cast<tcflag_t>(ISTRIP), 0U);
}

TEST_F(ScaleLineTest, isQuietWithoutAScaleAndFindsOneThatIsPluggedIn) {
    const ScratchDir dir;
    const PseudoTerminal scale;
    ScaleLine line(loop_, {dir / "scale"}, clock());
    EXPECT_FALSE(line.is_heard());
    std::filesystem::create_symlink(scale.path(), dir / "scale");
    now_ = now_ + scale_reopened_after;
    line.on_timer();
    scale.say(mettler_message({.weight = "000160"}));
    run_until(loop_, [&] { return line.is_heard(); });
    EXPECT_EQ(line.settled_grams(), 160U);
}

TEST(SerialLine, refusesASpeedThatLinesDoNotHave) {
    const PseudoTerminal scale;
    EXPECT_THROW(open_serial(scale.path(), {9601, 7, Parity::even}), std::system_error);
}

}  // namespace
}  // namespace canteen::till::test
