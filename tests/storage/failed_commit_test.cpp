// A commit that fails leaves everything as it was, and says so by throwing: nobody is told yes.
#include <gtest/gtest.h>

#include <csignal>

#include <sys/resource.h>

#include "canteen/storage/upkeep/verify.h"
#include "tests/storage/lunch.h"

namespace canteen {
namespace {

// Keeps any file of this process from growing beyond `bytes` until lifted.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uintmax_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() { lift(); }
    void lift() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, old_handler_);
    }

private:
    rlimit before_{};
    void (*old_handler_)(int) = SIG_DFL;
};

void expect_unharmed(Lunch& lunch, Seq seq) {
    EXPECT_EQ(lunch.store().last_seq(), seq);
    lunch.reopen();
    EXPECT_EQ(lunch.store().last_seq(), seq);
    lunch.close();
    EXPECT_TRUE(verify(lunch.db(), lunch.keys, lunch.codec, lunch.dir.path()).is_clean());
}

TEST(FailedCommit, AFullDiskLeavesTheFileAsItWas) {
    Lunch lunch;
    lunch.open_shop();
    // The file size limit of this process stops a write in the middle, as a full disk would.
    FileSizeLimit full(std::filesystem::file_size(lunch.db().string() + "-wal") + 50'000);
    Events many;
    for (std::uint32_t n = 1; n <= 200; ++n) {
        for (auto& event : events_of(pork_order(n))) many.push_back(std::move(event));
    }
    try {
        lunch.store().commit({lunch.row(std::move(many))}, {});
        ADD_FAILURE() << "it was committed";
    } catch (const EntryError&) {
        ADD_FAILURE() << "no entry is to blame for a full disk";
    } catch (const StoreError&) {
    }
    full.lift();
    expect_unharmed(lunch, 1);
}

// Returns what a killed run leaves: the file, and a log that is not in it yet.
std::filesystem::path killed_copy(Lunch& lunch) {
    const auto killed = lunch.dir / "killed.db";
    std::filesystem::copy_file(lunch.db(), killed);
    std::filesystem::copy_file(lunch.db().string() + "-wal", killed.string() + "-wal");
    return killed;
}

TEST(FailedCommit, AFullDiskDoesNotKeepWhatIsCommittedFromBeingServed) {
    Lunch lunch;
    lunch.open_shop();
    for (std::uint32_t n = 1; n <= 50; ++n) lunch.commit(events_of(pork_order(n)));
    const auto killed = killed_copy(lunch);
    lunch.close();
    FileSizeLimit full(std::filesystem::file_size(killed));  // the log has no room in the file
    SqliteStore store(killed, SqliteStore::Opening::existing, lunch.keys, lunch.codec, {0, 0});
    EXPECT_EQ(store.last_seq(), 51U);
    EXPECT_EQ(store.load_start({}).orders.size(), 50U);
}

TEST(FailedCommit, ARightThatIsUsedTwiceFailsTheBatch) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1, member_id(1))));
    EXPECT_THROW(lunch.commit(events_of(pork_order(2, member_id(1)))), EntryError);
    expect_unharmed(lunch, 2);
}

TEST(FailedCommit, APickupNumberIsGivenOnceADay) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1)));
    auto same_number = pork_order(2);
    same_number.draft.pickup = {"A", 1};
    EXPECT_THROW(lunch.commit(events_of(same_number)), EntryError);
    expect_unharmed(lunch, 2);
}

TEST(FailedCommit, AnOrderIsPlacedOnce) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit(events_of(pork_order(1)));
    EXPECT_THROW(lunch.commit(events_of(pork_order(1))), EntryError);
    expect_unharmed(lunch, 2);
}

TEST(FailedCommit, PortionsThatAreNotThereCannotBeSold) {
    Lunch lunch;
    lunch.open_shop();
    EXPECT_THROW(lunch.store().commit({lunch.row({StockMoved{{{the_lunch, rice}, StockMoveKind::sold, 5'001}}})}, {}),
                 EntryError);
    expect_unharmed(lunch, 1);
}

TEST(FailedCommit, TheJournalHasNoGap) {
    Lunch lunch;
    lunch.open_shop();
    auto row = lunch.row({EpochStarted{8}});
    ++row.seq;
    EXPECT_THROW(lunch.store().commit({row}, {}), StoreError);
    expect_unharmed(lunch, 1);
}

TEST(FailedCommit, TheStoreGoesOnWithTheNextBatch) {
    Lunch lunch;
    lunch.open_shop();
    auto bad = events_of(pork_order(1, member_id(1)));
    bad.emplace_back(RightUsed{order_id(1), lunch_right(member_id(1))});
    EXPECT_THROW(lunch.store().commit({lunch.row(std::move(bad))}, {}), StoreError);
    auto newcomer = senior(4);
    lunch.commit({MemberRecorded{newcomer}});
    lunch.commit(events_of(pork_order(1, member_id(1))));
    EXPECT_EQ(lunch.store().load_members().size(), 4U);
    expect_unharmed(lunch, 3);
}

}  // namespace
}  // namespace canteen
