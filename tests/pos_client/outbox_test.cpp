#include "pos-client/outbox/outbox.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "canteen/crypto/hash.h"
#include "pos-client/outbox/pairing.h"
#include "pos-client/outbox/till_directory.h"
#include "tests/pos_client/lunch.h"
#include "tests/pos_client/scratch_dir.h"

namespace canteen::till::test {
namespace {

const UseKey six_a_day{member, "six-a-day", UseKind::per_day, day.days};

class OutboxTest : public testing::Test {
protected:
    NewEntry entry(EntryKind kind, OrderId order, const std::string& bytes = "entry") {
        return {new_id<CommandId>(noon, random_), order, kind, bytes, noon};
    }
    // Makes a sale that uses the member's right of the day.
    Entry sell(Outbox& outbox, EntryKind kind = EntryKind::statement) {
        const auto order = new_id<OrderId>(noon, random_);
        const auto pickup = next_pickup(outbox.pickups(), day);
        const auto state = kind == EntryKind::ask ? SaleState::asked : SaleState::sold;
        const NewOrder made{{order, state, to_string(PickupNumber{"A", pickup.count}), noon}, pickup, {{six_a_day, 1}}};
        return outbox.append(entry(kind, order), &made);
    }
    void commit(Outbox& outbox, std::uint64_t device_seq, Seq seq, Timestamp at = noon) {
        outbox.settle(device_seq, {EntryState::committed, seq, "answer", false, at});
    }

    ScratchDir dir_;
    std::filesystem::path file_ = dir_ / "till.db";
    CountingRandom random_;
};

std::string all_bytes_of(const std::filesystem::path& file) {
    std::string bytes;
    for (const auto* ending : {"", "-wal"}) {
        std::ifstream in(file.string() + ending, std::ios::binary);
        bytes.append(std::istreambuf_iterator<char>(in), {});
    }
    return bytes;
}

TEST_F(OutboxTest, leavesNothingOfAWipedValueOnTheDisk) {
    const std::string name = "甄不存在", filler(20'000, 'x');  // over several pages
    Outbox outbox(file_);
    outbox.keep("feed", name + filler + name);
    sell(outbox);
    ASSERT_NE(all_bytes_of(file_).find(name), std::string::npos);
    outbox.keep("feed", "nobody");
    outbox.wipe();
    EXPECT_EQ(all_bytes_of(file_).find(name), std::string::npos);
    EXPECT_EQ(outbox.kept("feed"), "nobody");
    outbox.forget("feed");
    EXPECT_EQ(outbox.kept("feed"), std::nullopt);
}

TEST_F(OutboxTest, numbersWithoutGapAndChainsEveryEntry) {
    Outbox outbox(file_);
    Hash previous{};
    for (std::uint64_t n = 1; n <= 5; ++n) {
        const auto made = sell(outbox);
        EXPECT_EQ(made.device_seq, n);
        EXPECT_EQ(made.hash, next_link(previous, made.bytes));
        EXPECT_EQ(outbox.hash_at(n), made.hash);
        previous = made.hash;
    }
    EXPECT_EQ(outbox.head().hash, previous);
    EXPECT_EQ(outbox.hash_at(0), Hash{});
    EXPECT_EQ(outbox.hash_at(6), std::nullopt);
}

TEST_F(OutboxTest, findsEverythingAgainAfterBeingReopened) {
    std::vector<Entry> made;
    OrderId order;
    {
        Outbox outbox(file_);
        made = {sell(outbox), sell(outbox)};
        commit(outbox, 1, 100);
        order = made[1].order;
    }
    Outbox outbox(file_);
    EXPECT_EQ(outbox.head(), (ChainHead{2, made[1].hash}));
    EXPECT_EQ(outbox.pickups().last_of(day), 2U);
    EXPECT_EQ(outbox.first_queued(), 2U);
    EXPECT_EQ(outbox.queued(10), std::vector{made[1]});
    EXPECT_EQ(outbox.order(order)->pickup, "A002");
    EXPECT_EQ(outbox.orders({.pickup = "A002"}).at(0).id, order);
    EXPECT_EQ(sell(outbox).hash, next_link(made[1].hash, "entry"));
}

TEST_F(OutboxTest, losesNeitherTheEntryNorItsNumberWhenItsOrderCannotBeKept) {
    Outbox outbox(file_);
    const auto first = sell(outbox);
    const NewOrder same{{first.order, SaleState::sold, "A002", noon}, {day, 2}, {}};
    EXPECT_THROW(outbox.append(entry(EntryKind::statement, first.order), &same), SQLite::Exception);
    EXPECT_EQ(outbox.head(), (ChainHead{1, first.hash}));
    EXPECT_EQ(outbox.pickups().last_of(day), 1U);
    EXPECT_EQ(sell(outbox).device_seq, 2U);
}

TEST_F(OutboxTest, waitsForAnAnswerUntilItIsSettled) {
    Outbox outbox(file_);
    for (int i = 0; i < 3; ++i) sell(outbox);
    EXPECT_EQ(outbox.first_queued(), 1U);
    commit(outbox, 1, 10);
    outbox.settle(2, {EntryState::refused, 0, "answer", true, noon});
    EXPECT_EQ(outbox.first_queued(), 3U);
    EXPECT_EQ(outbox.queued_count(), 1U);
    commit(outbox, 3, 11);
    EXPECT_EQ(outbox.first_queued(), 4U);
}

TEST_F(OutboxTest, queuesAgainWhatARestoredServerLost) {
    Outbox outbox(file_);
    for (int i = 0; i < 4; ++i) sell(outbox);
    for (std::uint64_t n = 1; n <= 4; ++n) commit(outbox, n, n);
    outbox.requeue_after(2);
    EXPECT_EQ(outbox.first_queued(), 3U);
    EXPECT_EQ(outbox.queued_count(), 2U);
}

TEST_F(OutboxTest, countsItsOwnUsesUntilTheServersUsesShowThem) {
    Outbox outbox(file_);
    sell(outbox);
    EXPECT_EQ(outbox.own_uses(member, 0).at(six_a_day), 1);
    commit(outbox, 1, 50);
    EXPECT_EQ(outbox.own_uses(member, 49).at(six_a_day), 1);
    EXPECT_TRUE(outbox.own_uses(member, 50).empty());
    EXPECT_TRUE(outbox.own_uses(MemberId{Bytes16{9}}, 0).empty());
}

TEST_F(OutboxTest, countsNoUseOfASaleThatWasRefused) {
    Outbox outbox(file_);
    const auto ask = sell(outbox, EntryKind::ask);
    outbox.settle(1, {EntryState::refused, 0, "answer", false, noon});
    outbox.set_state(ask.order, SaleState::refused);
    EXPECT_TRUE(outbox.own_uses(member, 0).empty());
}

TEST_F(OutboxTest, countsOneUseForAnAskAndItsStatement) {
    Outbox outbox(file_);
    const auto ask = sell(outbox, EntryKind::ask);
    outbox.append(entry(EntryKind::statement, ask.order));
    EXPECT_TRUE(outbox.has_statement(ask.order));
    EXPECT_EQ(outbox.own_uses(member, 0).at(six_a_day), 1);
}

TEST_F(OutboxTest, keepsAWeekOfWhatTheServerHasAndAlwaysTheLastEntry) {
    Outbox outbox(file_);
    for (int i = 0; i < 10; ++i) sell(outbox);
    for (std::uint64_t n = 1; n <= 10; ++n) commit(outbox, n, n, noon + std::chrono::hours{24} * (n - 1));
    outbox.prune(noon + std::chrono::hours{24 * 9 + 1});
    EXPECT_EQ(outbox.entry_of(2), std::nullopt);
    for (std::uint64_t n = 4; n <= 10; ++n) EXPECT_TRUE(outbox.entry_of(n)) << n;
    Outbox lone(dir_ / "lone.db");
    sell(lone);
    commit(lone, 1, 1);
    lone.prune(noon + 10 * keep_settled_for);
    EXPECT_TRUE(lone.entry_of(1));
}

// After a flat battery the clock stands a year ahead, and nothing that a restored server would need may go.
TEST_F(OutboxTest, dropsNothingBecauseTheClockJumped) {
    Outbox outbox(file_);
    for (int i = 0; i < 6; ++i) sell(outbox);
    for (std::uint64_t n = 1; n <= 4; ++n) commit(outbox, n, n, noon + std::chrono::hours{24} * n);
    const auto year_ahead = noon + std::chrono::hours{24 * 365};
    commit(outbox, 5, 5, year_ahead);
    outbox.prune(year_ahead);
    for (std::uint64_t n = 1; n <= 6; ++n) EXPECT_TRUE(outbox.entry_of(n)) << n;
}

TEST_F(OutboxTest, neverDropsWhatWaits) {
    Outbox outbox(file_);
    for (int i = 0; i < 3; ++i) sell(outbox);
    outbox.prune(noon + 10 * keep_settled_for);
    EXPECT_EQ(outbox.queued_count(), 3U);
}

TEST_F(OutboxTest, neverDropsWhatTheCashierHasNotSeen) {
    Outbox outbox(file_);
    for (int i = 0; i < 10; ++i) sell(outbox);
    for (std::uint64_t n = 1; n <= 10; ++n)
        outbox.settle(n, {EntryState::committed, n, "oversold", n == 1, noon + std::chrono::hours{24} * (n - 1)});
    outbox.prune(noon + 10 * keep_settled_for);
    EXPECT_EQ(outbox.notices().size(), 1U);
    outbox.dismiss_notices();
    outbox.prune(noon + 10 * keep_settled_for);
    EXPECT_EQ(outbox.entry_of(1), std::nullopt);
}

TEST_F(OutboxTest, beginsANewChainWithWhatTheServerLacks) {
    std::vector<Entry> made;
    {
        Outbox outbox(file_);
        for (int i = 0; i < 5; ++i) made.push_back(sell(outbox));
        for (std::uint64_t n = 1; n <= 4; ++n) commit(outbox, n, n);
        Hash servers{};
        servers.fill(7);
        outbox.start_chain({20, servers}, {2});  // 5 waits
        const auto second = outbox.entry_of(made[1].command).value(), fifth = outbox.entry_of(made[4].command).value();
        EXPECT_EQ(second.device_seq, 21U);
        EXPECT_EQ(second.bytes, made[1].bytes);
        EXPECT_EQ(second.hash, next_link(servers, second.bytes));
        EXPECT_EQ(fifth.hash, next_link(second.hash, fifth.bytes));
        EXPECT_EQ(outbox.queued_count(), 2U);
    }
    Outbox outbox(file_);
    EXPECT_EQ(outbox.base().device_seq, 20U);
    EXPECT_EQ(outbox.head().device_seq, 22U);
    EXPECT_EQ(outbox.hash_at(20), outbox.base().hash);
    EXPECT_EQ(outbox.hash_at(3), std::nullopt) << "it is of an earlier chain";
    EXPECT_EQ(outbox.entry_of(made[2].command)->state, EntryState::committed);
    EXPECT_EQ(sell(outbox).device_seq, 23U);
}

// The server knows the entry under another number, which here is none of the new chain's.
TEST_F(OutboxTest, putsWhatStaysBeforeTheNewChain) {
    Outbox outbox(file_);
    std::vector<Entry> made;
    for (int i = 0; i < 4; ++i) made.push_back(sell(outbox));
    for (std::uint64_t n = 1; n <= 4; ++n) commit(outbox, n, n);
    outbox.start_chain({3, Hash{}}, {2, 3});
    EXPECT_EQ(outbox.entry_of(made[0].command)->device_seq, 1U);
    EXPECT_EQ(outbox.entry_of(made[3].command)->device_seq, 3U);
    EXPECT_EQ(outbox.entry_of(made[1].command)->device_seq, 4U);
    EXPECT_EQ(outbox.entry_of(made[2].command)->device_seq, 5U);
}

TEST_F(OutboxTest, takesTheLargerOfBothPickupCounts) {
    Outbox outbox(file_);
    sell(outbox);
    outbox.raise_pickups({day, 41});
    outbox.raise_pickups({day, 12});
    EXPECT_EQ(Outbox(file_, Outbox::Access::read).pickups().last_of(day), 41U);
    EXPECT_EQ(outbox.order(sell(outbox).order)->pickup, "A042");
}

TEST_F(OutboxTest, tellsOfNewChainsUntilThatIsDismissed) {
    Outbox outbox(file_);
    outbox.tell_restart({"outbox_behind", 2, 0});
    outbox.tell_restart({"entries_missing", 0, 7});
    EXPECT_EQ(outbox.restarts(), (std::vector<ChainRestart>{{"outbox_behind", 2, 0}, {"entries_missing", 0, 7}}));
    outbox.dismiss_notices();
    EXPECT_TRUE(outbox.restarts().empty());
}

TEST_F(OutboxTest, listsWhatTheServerDecidedOtherwiseUntilItIsDismissed) {
    Outbox outbox(file_);
    sell(outbox);
    outbox.settle(1, {EntryState::committed, 5, "oversold", true, noon});
    ASSERT_EQ(outbox.notices().size(), 1U);
    EXPECT_EQ(outbox.notices()[0].pickup, "A001");
    EXPECT_EQ(outbox.notices()[0].answer, "oversold");
    outbox.dismiss_notices();
    EXPECT_TRUE(outbox.notices().empty());
    outbox.settle(1, {EntryState::committed, 5, "oversold", true, noon});  // the same answer once more
    EXPECT_TRUE(outbox.notices().empty());
    outbox.settle(1, {EntryState::committed, 6, "another", true, noon});
    EXPECT_EQ(outbox.notices().size(), 1U);
}

TEST_F(OutboxTest, canBeReadBesideTheProcessThatWrites) {
    Outbox writer(file_);
    sell(writer);
    const Outbox reader(file_, Outbox::Access::read);
    EXPECT_EQ(reader.queued_count(), 1U);
    sell(writer);
    EXPECT_EQ(reader.queued_count(), 2U);
}

TEST_F(OutboxTest, keepsSmallValuesByName) {
    Outbox outbox(file_);
    EXPECT_EQ(outbox.kept("name"), std::nullopt);
    outbox.keep("name", std::string("a\0b", 3));
    outbox.keep("name", std::string("c\0d", 3));
    EXPECT_EQ(outbox.kept("name"), std::string("c\0d", 3));
}

TEST_F(OutboxTest, keepsWhichServerTheTillBelongsTo) {
    Outbox outbox(file_);
    EXPECT_EQ(kept_pairing(outbox), std::nullopt);
    const Pairing pairing{"::1", 8080, DeviceId{Bytes16{4}}, "Till 1", "AB"};
    keep_pairing(outbox, pairing);
    EXPECT_EQ(kept_pairing(outbox), pairing);
}

TEST(ServerAddress, isAHostAndAPort) {
    EXPECT_EQ(parse_server("canteen.local:8080")->host, "canteen.local");
    EXPECT_EQ(parse_server("canteen.local:8080")->port, 8080);
    EXPECT_EQ(parse_server("[::1]:80")->host, "::1");
    for (const auto* text : {"", "host", ":80", "host:", "host:0", "host:99999", "host:80x"}) {
        EXPECT_FALSE(parse_server(text)) << text;
    }
}

TEST(TillDirectory, isOneProcessesOwnAndKeepsItsKeyToItself) {
    ScratchDir scratch;
    CountingRandom random;
    const auto path = scratch / "till";
    SigningSeed key{};
    {
        const TillDirectory directory(path);
        key = directory.key(random);
        EXPECT_THROW(TillDirectory{path}, TillDirectoryError);
        struct stat status{};
        ASSERT_EQ(::stat((path / "key").c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0600U);
        ASSERT_EQ(::stat(path.c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0700U);
    }
    EXPECT_EQ(TillDirectory(path).key(random), key);
}

TEST(TillDirectory, takesNoKeyThatOthersMayRead) {
    ScratchDir scratch;
    CountingRandom random;
    const TillDirectory directory(scratch / "till");
    directory.key(random);
    for (const mode_t mode : {0640U, 0604U, 0620U}) {
        ASSERT_EQ(::chmod((scratch / "till" / "key").c_str(), mode), 0);
        try {
            directory.key(random);
            ADD_FAILURE() << std::oct << mode;
        } catch (const TillDirectoryError& error) {
            EXPECT_NE(std::string(error.what()).find("set its mode to 0600"), std::string::npos) << error.what();
        }
    }
    ASSERT_EQ(::chmod((scratch / "till" / "key").c_str(), 0400), 0);
    EXPECT_NO_THROW(directory.key(random));
}

}  // namespace
}  // namespace canteen::till::test
