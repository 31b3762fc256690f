#include "pos-client/upstream/feed_reader.h"

#include <gtest/gtest.h>

#include "tests/pos_client/lunch.h"

namespace canteen::till::test {
namespace {

const UseKey lunches{member, "six-a-day", UseKind::per_day, day.days};
const UseKey weeks{member, "six-a-day", UseKind::per_week, day.days};

FeedFrame change(Seq after, Seq seq, std::int64_t used) {
    FeedFrame frame;
    frame.feed = Feed::uses;
    frame.epoch = 1;
    frame.after = after;
    frame.seq = seq;
    frame.uses = {{lunches, used}};
    return frame;
}

FeedFrame chunk(Seq seq, bool first, bool last, UseKey key, std::int64_t used) {
    auto frame = change(0, seq, used);
    frame.uses = {{key, used}};
    frame.snapshot = SnapshotMark{first, last};
    return frame;
}

const DeviceId sample_device{{1}};

class FeedReaderTest : public testing::Test {
protected:
    FeedReaderTest() { reader_.on_frame(chunk(10, true, true, lunches, 1)); }
    std::int64_t used(const UseKey& key = lunches) const {
        const auto use = replica_.uses().find(key);
        return use == replica_.uses().end() ? 0 : use->second;
    }
    Replica replica_;
    FeedReader reader_{replica_, Feed::uses, sample_device};
};

TEST_F(FeedReaderTest, beginsWithASnapshot) {
    EXPECT_EQ(used(), 1);
    EXPECT_EQ(reader_.cursor(), (Cursor{Feed::uses, 1, 10}));
}

TEST_F(FeedReaderTest, appliesAChangeThatFollows) {
    EXPECT_FALSE(reader_.on_frame(change(10, 12, 2)));
    EXPECT_EQ(used(), 2);
    EXPECT_EQ(reader_.cursor().seq, 12U);
}

TEST_F(FeedReaderTest, appliesADoubledFrameOnce) {
    reader_.on_frame(change(10, 12, 2));
    reader_.on_frame(change(12, 13, 3));
    EXPECT_FALSE(reader_.on_frame(change(10, 12, 2)));
    EXPECT_EQ(used(), 3);
    EXPECT_EQ(reader_.cursor().seq, 13U);
}

TEST_F(FeedReaderTest, asksOnceForWhatItMissed) {
    const auto resume = reader_.on_frame(change(12, 13, 3));
    ASSERT_TRUE(resume);
    EXPECT_EQ(resume->cursor, (Cursor{Feed::uses, 1, 10}));
    EXPECT_EQ(used(), 1);
    EXPECT_FALSE(reader_.on_frame(change(13, 14, 4)));
    reader_.on_frame(change(10, 12, 2));  // the gap comes
    EXPECT_TRUE(reader_.on_frame(change(13, 14, 4)));
}

TEST_F(FeedReaderTest, asksAgainOnTheNextConnection) {
    reader_.on_frame(change(12, 13, 3));
    reader_.on_closed();
    EXPECT_TRUE(reader_.on_frame(change(12, 13, 3)));
}

TEST_F(FeedReaderTest, keepsTheOldPictureUntilTheNewOneIsWhole) {
    reader_.on_frame(chunk(20, true, false, weeks, 5));
    EXPECT_EQ(used(), 1);
    EXPECT_EQ(used(weeks), 0);
    reader_.on_frame(chunk(20, false, true, lunches, 2));
    EXPECT_EQ(used(), 2);
    EXPECT_EQ(used(weeks), 5);
    EXPECT_EQ(reader_.cursor().seq, 20U);
}

TEST_F(FeedReaderTest, dropsWhatTheNewPictureLacks) {
    reader_.on_frame(chunk(20, true, true, weeks, 5));
    EXPECT_EQ(used(), 0);
}

TEST_F(FeedReaderTest, startsOverWhenASnapshotIsCut) {
    reader_.on_frame(chunk(20, true, false, weeks, 5));
    reader_.on_closed();
    EXPECT_TRUE(reader_.on_frame(chunk(20, false, true, lunches, 2)));  // its beginning is gone
    EXPECT_EQ(used(), 1);
    reader_.on_frame(chunk(21, true, true, lunches, 7));
    EXPECT_EQ(used(), 7);
}

TEST_F(FeedReaderTest, doesNotMixTwoSnapshots) {
    reader_.on_frame(chunk(20, true, false, weeks, 5));
    EXPECT_TRUE(reader_.on_frame(chunk(30, false, true, lunches, 2)));
    EXPECT_EQ(used(weeks), 0);
    EXPECT_EQ(reader_.cursor().seq, 10U);
}

TEST_F(FeedReaderTest, asksForTheNewPictureAfterARestore) {
    auto frame = change(10, 11, 2);
    frame.epoch = 2;
    EXPECT_TRUE(reader_.on_frame(frame));
    EXPECT_EQ(used(), 1);
}

TEST_F(FeedReaderTest, leavesOtherFeedsAlone) {
    auto frame = change(10, 12, 2);
    frame.feed = Feed::menu;
    EXPECT_FALSE(reader_.on_frame(frame));
    EXPECT_EQ(reader_.cursor().seq, 10U);
}

TEST(FeedReaderSnapshot, keepsAMembersSheetsThatComeInTwoPieces) {
    Replica replica;
    FeedReader reader(replica, Feed::sheets, sample_device);
    FeedFrame one, two;
    one.feed = two.feed = Feed::sheets;
    one.epoch = two.epoch = one.seq = two.seq = 1;
    one.snapshot = SnapshotMark{true, false};
    two.snapshot = SnapshotMark{false, true};
    one.sheets = {member_sheet()};
    two.sheets = {member_sheet()};
    one.sheets[0].to = day;
    two.sheets[0].from = day + 1;
    reader.on_frame(one);
    reader.on_frame(two);
    EXPECT_NE(replica.sheet_of(member, day), nullptr);
    EXPECT_NE(replica.sheet_of(member, day + 1), nullptr);
}

TEST(FeedReaderErasure, dropsTheSheetsOfMembersWhoAreGone) {
    Replica replica;
    FeedReader reader(replica, Feed::sheets, sample_device);
    FeedFrame all;
    all.feed = Feed::sheets;
    all.epoch = all.seq = 1;
    all.snapshot = SnapshotMark{true, true};
    all.sheets = {guest_sheet(), member_sheet()};
    reader.on_frame(all);
    FeedFrame erased;
    erased.feed = Feed::sheets;
    erased.epoch = erased.after = 1;
    erased.seq = 2;
    erased.members_gone = {member};
    EXPECT_FALSE(reader.on_frame(erased));
    EXPECT_TRUE(replica.member_of(member_number).is_nil());
    EXPECT_NE(replica.sheet_of({}, day), nullptr);
    EXPECT_EQ(reader.cursor().seq, 2U);
}

}  // namespace
}  // namespace canteen::till::test
