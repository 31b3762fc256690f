// The server fails at an entry again and again: it is found, put aside and reported, and the others sell on.
#include <gtest/gtest.h>

#include <fstream>

#include "canteen/engine/engine.h"
#include "canteen/reports/query_service.h"
#include "canteen/storage/tables/aside_table.h"
#include "canteen/storage/upkeep/verify.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_till.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

using namespace canteen::testing;

constexpr const char* poison =
    "CREATE TRIGGER poison BEFORE INSERT ON orders WHEN NEW.pickup_count = 13 "
    "BEGIN SELECT RAISE(ABORT, 'thirteen'); END";

class PoisonedServer : public ::testing::Test {
protected:
    PoisonedServer() {
        config.directory = dir.path() / "canteen";
        config.key_file = dir.path() / "canteen.key";
        config.site = test_site();
        make_canteen(config, std::make_unique<FakeClock>(noon()));
        start();
        happens(EnrolDevice{till.device()});
        happens(EnrolDevice{other.device()});
        happens(ImportMenus{{lunch_menu()}});
        engine.reset();
        Connection(config.database(), Connection::Mode::read_write).exec(poison);
        start();
    }

    void start() {
        engine.reset();
        engine = std::make_unique<Engine>(config, std::make_unique<FakeClock>(noon()), post);
    }
    void happens(CommandBody body) {
        engine->application().own().ask(std::move(body), [](const Answer&) {});
        engine->pump().step();
    }
    Submission sale(FakeTill& of, std::uint32_t number) {
        auto draft = draft_of(++orders, noodles, of.next_pickup());
        draft.pickup.count = number;
        return of.next(sale_of(std::move(draft), noon()));
    }
    // Returns one turn's answers to these, in their order; nothing if the process would end.
    std::optional<std::vector<Answer>> turn(const std::vector<Submission>& submissions) {
        for (const auto& submission : submissions) EXPECT_TRUE(engine->inbox().offer(submission));
        try {
            std::vector<Answer> answers;
            for (auto& addressed : engine->pump().step().answers)
                if (addressed.answer.device_seq != 0) answers.push_back(std::move(addressed.answer));
            return answers;
        } catch (const StoreError&) {
            return std::nullopt;
        }
    }
    static bool is_committed(const Answer& answer) { return std::holds_alternative<Committed>(answer.outcome); }
    static bool is_put_aside(const Answer& answer) {
        const auto* why = std::get_if<Rejection>(&answer.outcome);
        return why && why->code == RejectionCode::unprocessable;
    }

    TempDir dir;
    Config config;
    Post post = [](const std::function<void()>& work) { work(); };
    std::unique_ptr<Engine> engine;
    FakeTill till{1, "A"}, other{2, "B"};
    std::uint32_t orders = 0;
};

TEST_F(PoisonedServer, PutsTheEntryAsideAndSellsOnAtEveryTill) {
    const auto bad = sale(till, 13), after = sale(till, 14), good = sale(other, 1);
    EXPECT_FALSE(turn({bad, good})) << "nobody is told anything by a batch that failed";
    int starts = 0;
    std::optional<std::vector<Answer>> answers;
    for (; !answers && starts < 5; ++starts) {
        start();
        const auto others = turn({good});
        ASSERT_TRUE(others);
        EXPECT_TRUE(is_committed(others->at(0))) << "another till's entry was not to blame";
        answers = turn({bad, after});
    }
    EXPECT_EQ(starts, 3) << "alone it fails twice";
    ASSERT_TRUE(answers);
    EXPECT_TRUE(is_put_aside(answers->at(0)));
    EXPECT_TRUE(is_committed(answers->at(1))) << "the number was consumed";

    EXPECT_TRUE(is_put_aside(turn({bad})->at(0))) << "the same answer when it is sent again";
    start();
    EXPECT_TRUE(is_put_aside(turn({bad})->at(0))) << "also after the next start";
    EXPECT_FALSE(std::filesystem::exists(config.database().string() + ".suspects")) << "nothing is suspect any more";

    const auto kept = read_aside(config.database(), engine->keys());
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].entry, bad.entry);
    EXPECT_EQ(kept[0].device, till.device().id);
    EXPECT_NE(kept[0].why.find("thirteen"), std::string::npos) << kept[0].why;
}

TEST_F(PoisonedServer, TellsTheOfficeAndKeepsTheBytesSealed) {
    const auto bad = sale(till, 13);
    for (int starts = 0; starts < 3; ++starts) {
        turn({bad});
        start();
    }
    ASSERT_TRUE(is_put_aside(turn({bad})->at(0)));
    QueryService desk(*engine, post, [](const std::function<void()>& work) { return work(), true; });
    std::string told;
    desk.answer({{}, Role::office}, ListUnprocessable{},
                [&](QueryResult result) { told = std::get<Document>(std::move(result)).bytes; });
    EXPECT_NE(told.find(till.device().name + " entry 1"), std::string::npos) << told;
    EXPECT_NE(told.find("1 put aside"), std::string::npos) << told;

    engine.reset();
    Connection(config.database(), Connection::Mode::read_write).exec("DROP TRIGGER poison");
    std::ifstream file(config.database(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(bytes.find(bad.entry), std::string::npos);
    ProtobufCodec codec;
    EXPECT_TRUE(verify(config.database(), load_key_file(config.key_file), codec, dir.path()).is_clean());
}

TEST_F(PoisonedServer, WhatFailedWithOthersAndNotAloneIsSoldAsEver) {
    const auto bad = sale(till, 13), good = sale(other, 1);
    EXPECT_FALSE(turn({bad, good}));
    engine.reset();
    Connection(config.database(), Connection::Mode::read_write).exec("DROP TRIGGER poison");
    start();
    const auto answers = turn({bad, good});
    ASSERT_TRUE(answers);
    for (const auto& answer : *answers) EXPECT_TRUE(is_committed(answer));
}

}  // namespace
}  // namespace canteen
