#include "canteen/app/writer/writer_pump.h"

#include <gtest/gtest.h>

#include <future>

#include "canteen/app/writer/writer_thread.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_store.h"
#include "tests/support/fake_till.h"

namespace canteen {
namespace {

using namespace canteen::testing;
using namespace std::chrono_literals;

class WriterPumpTest : public ::testing::Test {
protected:
    FakeClock host{noon()};
    HeldClock clock{host};
    SeededRandom random{1};
    FakeStore store{test_site()};
    Inbox inbox;
    Writer writer{store, store.load_start(test_site()), Key{}};
    WriterPump pump{inbox, writer, store, clock, random};
};

TEST_F(WriterPumpTest, LooksForWhatIsDueOnceASecond) {
    EXPECT_EQ(pump.step().answers.size(), 1u);
    EXPECT_EQ(pump.step().answers.size(), 0u);
    host.advance(tick_every);
    EXPECT_EQ(pump.step().answers.size(), 1u);
}

// A host whose clock was set wrong for a moment must not end holds and ready tickets.
TEST_F(WriterPumpTest, EndsNothingByAClockThatLeaptUntilItStayedThere) {
    pump.step();
    host.advance(24h);
    EXPECT_EQ(pump.step().answers.size(), 0u);
    host.advance(doubted_for - tick_every);
    EXPECT_EQ(pump.step().answers.size(), 0u);
    host.advance(tick_every);
    EXPECT_EQ(pump.step().answers.size(), 1u);
}

TEST_F(WriterPumpTest, LooksAtOnceAgainWhenALeapIsTakenBack) {
    pump.step();
    host.advance(24h);
    pump.step();
    host.advance(-24h);
    EXPECT_EQ(pump.step().answers.size(), 2u) << "the step back and what is due";
}

TEST_F(WriterPumpTest, JournalsAClockThatWentFarBack) {
    pump.step();
    host.advance(-1h);
    pump.step();
    ASSERT_EQ(store.rows().size(), 1u);
    const auto& followed = std::get<ClockFollowed>(store.rows().at(0).events.at(0));
    EXPECT_EQ(followed.from, noon());
    EXPECT_EQ(followed.to, noon() - 1h);
    EXPECT_EQ(store.rows().at(0).time, noon() - 1h);
}

struct NoSuspects final : SuspectNote {
    std::vector<Suspect> load() override { return {}; }
    void keep(const std::vector<Suspect>&) noexcept override {}
};

// Tills anchor it, and print it on the slips of their shifts.
TEST_F(WriterPumpTest, TellsTheHashOfTheLastRowThoughSomeAreDecidedAlone) {
    NoSuspects note;
    Suspects suspects(note, noon());
    WriterPump careful{inbox, writer, store, clock, random, &suspects};
    inbox.offer(own(ImportMenus{{lunch_menu()}}));
    const auto batch = careful.step();
    ASSERT_FALSE(batch.rows.empty());
    EXPECT_EQ(batch.head, store.head_hash());
}

TEST_F(WriterPumpTest, RunsTasksBetweenBatches) {
    Seq seen = 99;
    inbox.offer(own(ImportMenus{{lunch_menu()}}));
    inbox.offer([&seen](Store& s, Writer&) { seen = s.last_seq(); });
    pump.step();
    EXPECT_EQ(seen, 0u);
    inbox.offer([&seen](Store& s, Writer&) { seen = s.last_seq(); });
    pump.step();
    EXPECT_EQ(seen, 1u);
}

TEST_F(WriterPumpTest, AThreadPostsWhatItCommittedAndFinishesWhatWaitsWhenItEnds) {
    std::mutex mutex;
    std::vector<std::function<void()>> posted;
    std::size_t rows = 0;
    for (int i = 0; i < 3; ++i) inbox.offer(own(ImportMenus{{lunch_menu(lunch_date + i)}}));
    {
        WriterThread thread(
            inbox, pump,
            [&](std::function<void()> work) {
                std::lock_guard lock(mutex);
                posted.push_back(std::move(work));
            },
            [&](CommittedBatch batch) { rows += batch.rows.size(); }, [](std::exception_ptr) {});
    }
    for (auto& work : posted) work();
    EXPECT_EQ(rows, 3u);
    EXPECT_EQ(store.rows().size(), 3u);
}

TEST_F(WriterPumpTest, AThreadWhoseCommitFailsSaysSoAndPostsNothing) {
    store.fails = true;
    inbox.offer(own(ImportMenus{{lunch_menu()}}));
    std::promise<std::exception_ptr> failed;
    bool posted = false;
    WriterThread thread(
        inbox, pump, [&](std::function<void()>) { posted = true; }, [](CommittedBatch) {},
        [&](std::exception_ptr error) { failed.set_value(error); });
    EXPECT_THROW(std::rethrow_exception(failed.get_future().get()), StoreError);
    EXPECT_FALSE(posted);
}

}  // namespace
}  // namespace canteen
