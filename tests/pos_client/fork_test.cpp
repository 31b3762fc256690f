// Till and server tell different stories: an older till file, an older backup, both, one after the other. Entries that
// the server lacks go into a new chain; every sale that one of the two still has is booked once, no number comes twice.
#include <gtest/gtest.h>

#include <set>

#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

class ForkedTill : public TillBench, public testing::Test {
protected:
    // Returns for each order how often the server booked it.
    std::map<OrderId, int> booked() const {
        std::map<OrderId, int> times;
        for (const auto& command : all_decided_) {
            if (const auto* sale = std::get_if<RecordSale>(&command.body)) ++times[sale->order.id];
            if (const auto* ask = std::get_if<PlaceOrder>(&command.body)) ++times[ask->order.id];
        }
        return times;
    }
    void sell_some(int count) {
        for (int i = 0; i < count; ++i) {
            const auto sale = sell(basket({{pork}}));
            sold_.insert(sale.draft.id);
            numbers_.push_back(sale.draft.pickup.count);
            run_for(moment);
        }
    }
    void sell_offline(int count) {
        reach_server(false);
        sell_some(count);
    }
    // Takes the server back to the backup: what it decided since never was.
    void restore_server(const FakeServer::Backup& backup, std::size_t decided_then) {
        all_decided_.resize(decided_then);
        server.restore(backup);
    }
    void expect_all_is_well() {
        EXPECT_EQ(outbox().queued_count(), 0U);
        EXPECT_EQ(seller().upstream().trouble(), "");
        EXPECT_TRUE(seller().upstream().can_ask());
        for (const auto id : sold_) EXPECT_EQ(booked()[id], 1);
        EXPECT_EQ(std::set(numbers_.begin(), numbers_.end()).size(), numbers_.size()) << "a number came twice";
    }

    ForkedTill() {
        server.decide = [this](const Command& command, Seq next) -> FakeServer::Outcome {
            all_decided_.push_back(command);
            return Committed{next, {}};
        };
        connect();
    }

    std::vector<Command> all_decided_;
    std::set<OrderId> sold_;
    std::vector<std::uint32_t> numbers_;
};

TEST_F(ForkedTill, withAnOlderFileSellsOnFromWhereTheServerStands) {
    sell_some(3);
    const auto older = copy_of_file("older.db");
    connect();
    sell_some(3);
    restart_from(older);
    connect();
    sell_some(2);
    sell_offline(2);
    connect();
    expect_all_is_well();
    EXPECT_EQ(server.till().last_device_seq, 10U);
    EXPECT_TRUE(outbox().restarts().empty()) << "nothing had to be moved, nobody has to look";
}

// Numbers that it gave out before it met the server may belong to others; its sales are not lost for that.
TEST_F(ForkedTill, bringsWhatWasSoldIntoTheOlderFile) {
    sell_some(3);
    const auto older = copy_of_file("older.db");
    connect();
    sell_some(3);
    reach_server(false);
    restart_from(older);
    numbers_.clear();
    sell_offline(2);
    connect();
    expect_all_is_well();
    EXPECT_EQ(outbox().restarts(), (std::vector<ChainRestart>{{"outbox_behind", 2, 0}}));
    EXPECT_EQ(server.till().last_device_seq, 8U);
    sell_some(1);
    EXPECT_EQ(numbers_.back(), 7U) << "the larger of both counts is the one that goes on";
}

// The entries that wait in the older file were sent from the newer one meanwhile.
TEST_F(ForkedTill, asksAgainForWhatTheServerHasAlready) {
    sell_offline(3);
    const auto older = copy_of_file("older.db");
    connect();
    sell_some(2);
    restart_from(older);
    sell_offline(1);
    connect();
    numbers_.clear();
    expect_all_is_well();
    EXPECT_EQ(outbox().restarts(), (std::vector<ChainRestart>{{"outbox_behind", 1, 0}}));
}

TEST_F(ForkedTill, goesBackToTheNewerFileAgain) {
    sell_some(2);
    const auto older = copy_of_file("older.db");
    connect();
    sell_some(2);
    const auto newer = copy_of_file("newer.db");
    restart_from(older);
    sell_offline(2);
    connect();
    restart_from(newer);
    sell_offline(2);
    connect();
    numbers_.clear();
    expect_all_is_well();
}

TEST_F(ForkedTill, withAnOlderBackupThanItKeepsEntriesFor) {
    sell_some(2);
    const auto backup = server.backup();
    const auto decided_then = all_decided_.size();
    sell_some(4);
    // Three entries are gone from the till, the two of the backup and one more: over a week old.
    for (std::uint64_t n = 1; n <= 3; ++n)
        outbox().settle(n, {EntryState::committed, n, "", false, noon + -20 * keep_settled_for});
    for (int day = 0; day < keep_settled_days; ++day) {
        sell_some(1);
        outbox().settle(outbox().head().device_seq,
                        {EntryState::committed, 9, "", false, now + std::chrono::hours{24} * day});
    }
    for (std::uint64_t n = 4; n <= 6; ++n) outbox().settle(n, {EntryState::committed, n, "", false, now});
    outbox().prune(now);
    ASSERT_FALSE(outbox().entry_of(3));
    ASSERT_TRUE(outbox().entry_of(4));
    cut();
    restore_server(backup, decided_then);
    connect();
    EXPECT_EQ(outbox().queued_count(), 0U);
    EXPECT_EQ(seller().upstream().trouble(), "");
    const auto restarts = outbox().restarts();
    ASSERT_EQ(restarts.size(), 1U);
    EXPECT_EQ(restarts[0].reason, "entries_missing");
    EXPECT_EQ(restarts[0].missing, 1U);
    EXPECT_EQ(restarts[0].moved, 3U + keep_settled_days);
    EXPECT_EQ(server.till().last_device_seq, outbox().head().device_seq);
    sell_some(1);
    EXPECT_TRUE(seller().upstream().can_ask());
}

TEST_F(ForkedTill, withAServerThatHasOthersSalesUnderItsNumbers) {
    sell_some(2);
    TillBench other(2);
    other.server.decide = server.decide;
    other.connect();
    for (int i = 0; i < 2; ++i) {
        sold_.insert(other.sell(basket({{greens}})).draft.id);
        other.run_for(moment);
    }
    cut();
    all_decided_.erase(all_decided_.begin(), all_decided_.begin() + 2);
    server = other.server;
    connect();
    expect_all_is_well();
    EXPECT_EQ(outbox().restarts(), (std::vector<ChainRestart>{{"chain_broken", 2, 0}}));
}

// Events come in any order: a copy of the file, back to it, a backup, back to that, sales with and without the server.
// A sale that neither the file nor the server has any more is lost; all others are there once.
TEST_F(ForkedTill, losesAndDoublesNothingInAnyOrderOfEvents) {
    enum Step : int { sell_live, sell_cut_off, copy, go_back, back_up, restore, steps };
    constexpr int depth = 4;
    int all = 1;
    for (int i = 0; i < depth; ++i) all *= steps;
    for (int code = 0; code < all; ++code) {
        TillBench till(static_cast<std::uint64_t>(code) + 3);
        std::vector<Command> decided;
        till.server.decide = [&](const Command& command, Seq next) -> FakeServer::Outcome {
            decided.push_back(command);
            return Committed{next, {}};
        };
        till.step = std::chrono::milliseconds{250};
        till.connect();
        std::optional<std::filesystem::path> kept_file;
        std::optional<std::pair<FakeServer::Backup, std::size_t>> kept_server;
        std::string told;
        for (int i = 0, rest = code; i < depth; ++i, rest /= steps) {
            const auto step = static_cast<Step>(rest % steps);
            told += std::to_string(step);
            if (step == sell_live) {
                till.connect();
                till.sell(basket({{pork}}));
                till.run_for(moment);
            } else if (step == sell_cut_off) {
                till.reach_server(false);
                till.sell(basket({{pork}}));
            } else if (step == copy) {
                kept_file = till.copy_of_file("copy.db");
            } else if (step == go_back && kept_file) {
                till.restart_from(*kept_file);
            } else if (step == back_up) {
                kept_server = {till.server.backup(), decided.size()};
            } else if (step == restore && kept_server) {
                till.reach_server(false);
                till.server.restore(kept_server->first);
                decided.resize(kept_server->second);
            }
        }
        till.connect();
        till.run_for(std::chrono::milliseconds{3'000});
        ASSERT_EQ(till.outbox().queued_count(), 0U) << told;
        ASSERT_EQ(till.seller().upstream().trouble(), "") << told;
        ASSERT_TRUE(till.seller().upstream().can_ask()) << told;
        std::set<CommandId> once;
        for (const auto& command : decided) ASSERT_TRUE(once.insert(command.id).second) << told << ": decided twice";
        for (const auto& entry : till.outbox().kept_from(0, 100)) ASSERT_TRUE(once.contains(entry.command)) << told;
        ASSERT_EQ(till.server.till().last_device_seq, till.outbox().head().device_seq) << told;
        ASSERT_EQ(till.server.till().last_hash, till.outbox().head().hash) << told;
    }
}

}  // namespace
}  // namespace canteen::till::test
