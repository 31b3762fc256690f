// Who looks at a till: cashiers' pages, of which a second one is told, and guests' displays, which count as none.
#include "pos-client/service/page_session.h"

#include <gtest/gtest.h>

#include "canteen/net/io_loop.h"
#include "pos-client/outbox/pairing.h"
#include "pos-client/outbox/till_directory.h"
#include "tests/pos_client/scratch_dir.h"

namespace canteen::till::test {
namespace {

class NoSounds final : public Phonetics {
public:
    std::vector<std::string> spellings_of(const std::string&) const override { return {}; }
};

// One browser's end: keeps the frames that came.
class Browser final : public FrameSink {
public:
    explicit Browser(ServedTill& till) : session_(till, *this) {}

    v1::CoreHello say_hello(bool is_guest_display) {
        v1::PageFrame frame;
        frame.mutable_hello()->set_page_protocol(page_protocol);
        frame.mutable_hello()->set_guest_display(is_guest_display);
        return ask(frame).hello();
    }
    // Returns the first frame that answers.
    v1::CoreFrame ask(const v1::PageFrame& frame) {
        frames_.clear();
        session_.on_frame(frame.SerializeAsString());
        v1::CoreFrame first;
        if (!frames_.empty()) first.ParseFromString(frames_.front());
        return first;
    }

    void send(std::shared_ptr<const std::string> frame) override { frames_.push_back(*frame); }
    void close(std::uint16_t, std::string) override {}

private:
    std::vector<std::string> frames_;
    PageSession session_;
};

class PageSessionTest : public testing::Test {
protected:
    PageSessionTest() {
        TillDirectory directory(dir_ / "till");
        Outbox outbox(directory.outbox_file());
        keep_pairing(outbox, {"canteen.local", 8080, DeviceId{Bytes16{5}}, "front", "A", {}});
    }

    ScratchDir dir_;
    IoLoop loop_;
    LocalClock clock_;
    NoSounds sounds_;
};

TEST_F(PageSessionTest, aGuestDisplayIsNoSecondPageOfTheTill) {
    ServedTill till(loop_, clock_, sounds_, dir_ / "till");
    Browser display(till), first(till);
    EXPECT_FALSE(display.say_hello(true).other_page_pays());
    EXPECT_FALSE(first.say_hello(false).other_page_pays()) << "the display cannot sell";
    EXPECT_EQ(till.selling_pages(), 1U);
    Browser second(till);
    EXPECT_TRUE(second.say_hello(false).other_page_pays());
    Browser another_display(till);
    EXPECT_FALSE(another_display.say_hello(true).other_page_pays()) << "guests are told nothing of it";
}

TEST_F(PageSessionTest, aGuestDisplayMayLookAndDoNothing) {
    ServedTill till(loop_, clock_, sounds_, dir_ / "till");
    Browser display(till);
    display.say_hello(true);
    v1::PageFrame tap;
    tap.set_action_id("0123456789abcdef");
    tap.mutable_set_switches()->set_spoken(true);
    EXPECT_EQ(display.ask(tap).answer().refused().name(), "not_permitted");
    EXPECT_FALSE(till.view().status().spoken());
}

}  // namespace
}  // namespace canteen::till::test
