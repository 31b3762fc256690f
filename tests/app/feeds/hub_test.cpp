#include "canteen/app/feeds/hub.h"

#include <gtest/gtest.h>

#include "tests/support/follower.h"
#include "tests/support/test_server.h"

namespace canteen {
namespace {

using namespace canteen::testing;
using namespace std::chrono_literals;

class HubTest : public ::testing::Test {
protected:
    HubTest() {
        server.ask(EnrolDevice{till.device()});
        server.ask(ImportMenus{{lunch_menu()}});
        cookie = server.enrol_screen(Role::office);
    }
    // Sells noodles: a ticket more, a portion less.
    void sell(DishId dish = noodles) {
        if (!seller.session) seller = server.connect(till);
        server.send(seller, till.next_frame(ask_for(draft_of(++orders, dish, till.next_pickup()), clock.now())));
        server.step();
    }
    Caller screen(std::vector<Cursor> feeds) { return server.connect_screen(Role::office, cookie, std::move(feeds)); }
    static bool take_all(Follower& follower, Caller& caller) {
        bool follows = true;
        for (const auto& frame : caller.port->all<FeedFrame>()) follows = follower.take(frame) && follows;
        caller.port->forget();
        return follows;
    }
    const Follower::Picture& fresh_picture(Feed feed) {
        auto caller = screen({{feed, 0, 0}});
        fresh = {};
        EXPECT_TRUE(take_all(fresh, caller));
        return fresh.picture(feed);
    }

    std::uint32_t orders = 0;
    FakeStore store{test_site()};
    FakeCodec codec;
    FakeClock clock{noon()};
    FakeTill till{1, "A"};
    TestServer server{store, codec, clock};
    std::string cookie;
    Caller seller;
    Follower fresh;
};

TEST_F(HubTest, AScreenSeesTheTicketOfAnOrderAsSoonAsItIsCommitted) {
    auto kitchen = screen({{Feed::kitchen, 0, 0}});
    kitchen.port->forget();
    sell();
    auto frames = kitchen.port->all<FeedFrame>();
    ASSERT_EQ(frames.size(), 1u);
    ASSERT_EQ(frames.at(0).tickets.size(), 1u);
    EXPECT_EQ(frames.at(0).tickets.at(0).lines.at(0).name, "担担面");
    EXPECT_EQ(frames.at(0).seq, store.last_seq());
    ASSERT_EQ(frames.at(0).portions.size(), 1u);
    EXPECT_EQ(frames.at(0).portions.at(0).left, 99);
}

TEST_F(HubTest, ARowThatChangesNothingOfAFeedMakesNoFrame) {
    sell();
    auto kitchen = screen({{Feed::kitchen, 0, 0}});
    kitchen.port->forget();
    server.ask(ImportMembers{{member_with(1, "dibao")}});
    EXPECT_TRUE(kitchen.port->frames().empty());
}

TEST_F(HubTest, AFrameIsEncodedOnceForAllItsFollowers) {
    sell();
    auto one = screen({{Feed::kitchen, 0, 0}});
    auto two = screen({{Feed::kitchen, 0, 0}});
    sell();
    EXPECT_EQ(one.port->frames().back(), two.port->frames().back());
}

TEST_F(HubTest, AClientGoesOnFromEveryCursorItEverHeld) {
    sell();
    auto live = screen({{Feed::kitchen, 0, 0}});
    Follower follower;
    take_all(follower, live);
    std::vector<Follower> earlier{follower};
    for (int i = 0; i < 20; ++i) {
        sell(i % 3 == 0 ? rice : noodles);
        ASSERT_TRUE(take_all(follower, live));
        earlier.push_back(follower);
    }
    for (auto& client : earlier) {
        auto back = screen({client.cursor(Feed::kitchen)});
        for (const auto& frame : back.port->all<FeedFrame>()) EXPECT_FALSE(frame.snapshot);
        ASSERT_TRUE(take_all(client, back));
        EXPECT_EQ(client.picture(Feed::kitchen), follower.picture(Feed::kitchen));
    }
}

TEST_F(HubTest, ACursorThatNobodyKnowsGetsASnapshot) {
    sell();
    sell();
    auto seq = store.last_seq();
    // One cursor is in the future, one from another epoch, and one at a row that changed nothing here.
    for (Cursor cursor :
         {Cursor{Feed::kitchen, 0, seq + 1}, Cursor{Feed::kitchen, 1, seq}, Cursor{Feed::kitchen, 0, 3}}) {
        auto caller = screen({cursor});
        auto frames = caller.port->all<FeedFrame>();
        ASSERT_FALSE(frames.empty());
        EXPECT_EQ(frames.at(0).snapshot, (SnapshotMark{true, true}));
    }
}

TEST_F(HubTest, AClientThatWasAwayTooLongGetsASnapshotInsteadOfTheGap) {
    sell(rice);
    auto caller = screen({{Feed::kitchen, 0, 0}});
    Follower follower;
    take_all(follower, caller);
    for (std::size_t i = 0; i <= max_gap_frames; ++i) server.ask(SetSoldOut{{lunch_on(lunch_date), rice}, i % 2 == 0});
    auto back = screen({follower.cursor(Feed::kitchen)});
    ASSERT_EQ(back.port->all<FeedFrame>().size(), 1u);
    EXPECT_TRUE(back.port->all<FeedFrame>().at(0).snapshot);
}

TEST_F(HubTest, AfterARestartNobodyGoesOnFromWhatMayBeOlder) {
    sell();
    TestServer next(store, codec, clock);
    auto caller = next.connect_screen(Role::office, cookie, {{Feed::kitchen, 0, store.last_seq()}});
    auto frames = caller.port->all<FeedFrame>();
    ASSERT_EQ(frames.size(), 1u);
    EXPECT_TRUE(frames.at(0).snapshot);
    EXPECT_EQ(frames.at(0).tickets.size(), 1u);
}

TEST_F(HubTest, TheFirstRowAfterARestartMovesFollowersOnSoThatTheyCanResume) {
    TestServer next(store, codec, clock);
    auto caller = next.connect_screen(Role::office, cookie, {{Feed::kitchen, 0, 0}});
    Follower follower;
    take_all(follower, caller);
    next.ask(ImportMembers{{member_with(1, "dibao")}});
    ASSERT_TRUE(take_all(follower, caller));
    EXPECT_EQ(follower.cursor(Feed::kitchen).seq, store.last_seq());
    auto back = next.connect_screen(Role::office, cookie, {follower.cursor(Feed::kitchen)});
    EXPECT_TRUE(back.port->all<FeedFrame>().empty());
}

TEST_F(HubTest, ALongSnapshotComesInFramesBelowTheLimit) {
    std::vector<Member> members;
    for (std::uint32_t i = 1; i <= 2'000; ++i) members.push_back(member_with(i, "dibao"));
    server.ask(ImportMembers{members});
    server.ask(ImportScheme{lunch_scheme(), 1});
    auto caller = server.connect(till, {{Feed::sheets, 0, 0}});
    auto frames = caller.port->all<FeedFrame>();
    ASSERT_GT(frames.size(), 3u);
    for (std::size_t i = 0; i < frames.size(); ++i)
        EXPECT_EQ(frames.at(i).snapshot, (SnapshotMark{i == 0, i + 1 == frames.size()}));
    for (const auto& frame : caller.port->frames()) EXPECT_LE(frame->size(), max_outbound_frame_bytes);
    Follower follower;
    ASSERT_TRUE(take_all(follower, caller));
    EXPECT_EQ(follower.picture(Feed::sheets).sheets.size(), 2'001u);  // with the sheet of guests without number
}

TEST_F(HubTest, AChangeTooLargeForOneFrameIsToldAsASnapshot) {
    auto caller = server.connect(till, {{Feed::sheets, 0, 0}});
    std::vector<Member> members;
    for (std::uint32_t i = 1; i <= 2'000; ++i) members.push_back(member_with(i, "dibao"));
    caller.port->forget();
    server.ask(ImportMembers{members});
    auto frames = caller.port->all<FeedFrame>();
    ASSERT_FALSE(frames.empty());
    EXPECT_TRUE(frames.front().snapshot);
}

TEST_F(HubTest, ASlowReadersFramesWaitAndComeInOrderWhenItHasRoom) {
    sell();
    auto slow = screen({{Feed::kitchen, 0, 0}});
    Follower follower;
    take_all(follower, slow);
    slow.port->set_room(false);
    sell();
    sell();
    EXPECT_TRUE(slow.port->frames().empty());
    slow.port->set_room(true);
    slow.session->on_writable();
    ASSERT_TRUE(take_all(follower, slow));
    EXPECT_EQ(follower.picture(Feed::kitchen), fresh_picture(Feed::kitchen));
}

TEST_F(HubTest, APictureLargerThanWhatMayGatherReachesAReaderThatIsSlow) {
    std::vector<Member> members;
    for (std::uint32_t i = 1; i <= 2'000; ++i) members.push_back(member_with(i, "dibao"));
    server.ask(ImportMembers{members});
    auto slow = server.connect(till);
    slow.port->set_room(false);
    slow.port->forget();
    codec.item_bytes = 2 * max_waiting_frame_bytes / members.size();
    server.send(slow, Resume{{Feed::sheets, 0, 0}});
    server.send(slow, Resume{{Feed::menu, 0, 0}});
    codec.item_bytes = 100;
    EXPECT_FALSE(slow.port->close_code());
    slow.port->set_room(true);
    slow.session->on_writable();
    Follower follower;
    ASSERT_TRUE(take_all(follower, slow));
    EXPECT_EQ(follower.picture(Feed::sheets).sheets.size(), 2'001u);
    EXPECT_EQ(follower.picture(Feed::menu).menus.size(), 1u);
}

TEST_F(HubTest, AReaderThatLetsTooMuchGatherIsClosedAndTheOthersGoOn) {
    sell();
    auto slow = screen({{Feed::kitchen, 0, 0}});
    auto quick = screen({{Feed::kitchen, 0, 0}});
    slow.port->set_room(false);
    // This client asks for the whole picture as often as it may, and reads nothing.
    for (int i = 0; i < 60'000 && !slow.port->close_code(); ++i) {
        clock.let_limits_pass(resume_every);
        server.send(slow, Resume{{Feed::kitchen, 0, 0}});
    }
    EXPECT_EQ(slow.port->close_code(), close_too_slow);
    EXPECT_EQ(slow.port->goodbye(), "too_slow");
    quick.port->forget();
    sell();
    EXPECT_EQ(quick.port->all<FeedFrame>().size(), 1u);
}

TEST_F(HubTest, AtMidnightFollowersGetTheNewDaysPicture) {
    sell();
    auto kitchen = screen({{Feed::menu, 0, 0}});
    Follower follower;
    take_all(follower, kitchen);
    EXPECT_EQ(follower.picture(Feed::menu).menus.size(), 1u);
    auto yesterday = follower.cursor(Feed::menu);
    clock.advance(24h);
    server.app().on_timer();
    ASSERT_TRUE(take_all(follower, kitchen));
    EXPECT_TRUE(follower.picture(Feed::menu).menus.empty());
    auto back = screen({yesterday});
    ASSERT_FALSE(back.port->all<FeedFrame>().empty());
    EXPECT_TRUE(back.port->all<FeedFrame>().at(0).snapshot);
}

// The clock went over midnight and back with no row in between: both pictures stand at one number.
TEST_F(HubTest, WhoMissedAPictureThatWasCutAnewGoesOnFromNoOlderOne) {
    const auto state = store.load_start(test_site());
    Hub hub(codec, clock, state.epoch, store.last_seq(), views_of(load_start_picture(store, state, lunch_date)));
    FakeSink port(codec);
    Follower follower;
    const auto take = [&] {
        for (const auto& frame : port.all<FeedFrame>()) follower.take(frame);
        port.forget();
    };
    hub.join(1, port, Encoding::binary);
    hub.follow(1, {Feed::menu, 0, 0});
    hub.on_date(lunch_date + 1);
    take();
    ASSERT_TRUE(follower.picture(Feed::menu).menus.empty());
    ASSERT_TRUE(hub.on_picture(load_day_picture(store, lunch_date)));
    port.forget();

    CommittedBatch batch;
    batch.rows.emplace_back();
    batch.rows.back().seq = store.last_seq() + 1;
    hub.deliver(batch);
    take();
    EXPECT_EQ(follower.picture(Feed::menu).menus.size(), 1u);
}

TEST_F(HubTest, AnAnswerToASessionThatIsGoneIsDroppedAndFoundAgain) {
    auto caller = server.connect(till);
    auto frame = till.next_frame(ask_for(draft_of(++orders, rice, till.next_pickup()), clock.now()));
    server.send(caller, frame);
    caller.session.reset();
    server.step();
    auto back = server.connect(till);
    server.send(back, frame);
    server.step();
    ASSERT_TRUE(back.port->last<Answer>());
    EXPECT_TRUE(std::holds_alternative<Committed>(back.port->last<Answer>()->outcome));
}

}  // namespace
}  // namespace canteen
