// What subcommands ask of a running server: whatever reads a file or the books does so beside the writer and the
// sockets, and nothing that goes wrong in it ends the process.
#include "canteen/admin/admin_desk.h"

#include <gtest/gtest.h>

#include <deque>
#include <new>

#include "canteen/engine/run_on_writer.h"
#include "tests/support/fake_clock.h"
#include "tests/support/lunch.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

using namespace canteen::testing;

class AskedByASubcommand : public ::testing::Test {
protected:
    AskedByASubcommand() {
        config.directory = dir.path() / "canteen";
        config.key_file = dir.path() / "canteen.key";
        config.site = test_site();
        make_canteen(config, std::make_unique<FakeClock>(noon()));
        engine = std::make_unique<Engine>(config, std::make_unique<FakeClock>(noon()), post);
        office = std::make_unique<QueryService>(*engine, post, background);
        desk = std::make_unique<AdminDesk>(*engine, post, background, *office);
    }

    void turn() {
        engine->application().on_committed(engine->pump().step());
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    }
    void run_background() {
        for (; !reports.empty(); reports.pop_front()) reports.front()();
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    }
    void ask(AdminRequest request) {
        replies.clear();
        desk->handle(request, [this](AdminReply reply) { replies.push_back(std::move(reply)); });
    }

    TempDir dir;
    Config config;
    std::deque<std::function<void()>> posted, reports;
    Post post = [this](std::function<void()> work) { posted.push_back(std::move(work)); };
    bool no_room = false;
    Background background = [this](std::function<void()> work) {
        if (no_room) return false;
        reports.push_back(std::move(work));
        return true;
    };
    std::unique_ptr<Engine> engine;
    std::unique_ptr<QueryService> office;
    std::unique_ptr<AdminDesk> desk;
    std::vector<AdminReply> replies;
};

TEST_F(AskedByASubcommand, AFileIsReadElsewhereAndGivenToTheWriterWhenItIsRead) {
    const std::string calendar = "date,kind,name\n2026-05-01,off,劳动节\n";
    ask({{"import", "calendar"}, calendar});
    EXPECT_EQ(reports.size(), 1U) << "not read on this thread";
    turn();
    EXPECT_TRUE(replies.empty());
    run_background();
    turn();
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_TRUE(replies[0].ok) << replies[0].text;
    ask({{"import", "calendar"}, "no calendar at all"});
    run_background();
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_FALSE(replies[0].ok);
    no_room = true;
    ask({{"import", "calendar"}, calendar});
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_EQ(replies[0].text, "busy");
}

TEST_F(AskedByASubcommand, AnOrderIsExplainedFromTheBooksNotByTheWriter) {
    auto give = [this](CommandBody body) {
        engine->application().own().ask(std::move(body), [](const Answer&) {});
        turn();
    };
    give(ImportMembers{{member_with(50'001, "dibao")}});
    give(ImportMenus{{lunch_menu()}});
    const auto number = member_with(50'001, "dibao").number;
    ask({{"explain", number, "2026-04-14", "lunch", "1x1", "dine_in", "0", "en", "number"}, ""});
    EXPECT_EQ(reports.size(), 1U);
    run_background();
    ASSERT_EQ(replies.size(), 1U) << "without a turn of the writer";
}

TEST_F(AskedByASubcommand, WhateverAnErrandThrowsIsToldAndTheWriterGoesOn) {
    const std::vector<std::function<void()>> faults{
        [] { throw StoreError("the disk"); }, [] { throw std::logic_error("a programmer"); },
        [] { throw std::bad_alloc(); }, [] { std::filesystem::directory_iterator("/nowhere/at all"); }};
    int told = 0;
    for (const auto& fault : faults) {
        const auto failed = [](const std::exception& error) { return std::string(error.what()); };
        const auto tell = [&told](const std::string& what) { told += what.empty() ? 0 : 1; };
        EXPECT_TRUE(run_on_writer<std::string>(
            engine->inbox(), post, [fault](Store&, Writer&) { return fault(), std::string(); }, tell, failed));
        EXPECT_NO_THROW(turn());
        EXPECT_TRUE(
            run_beside<std::string>(background, post, [fault] { return fault(), std::string(); }, tell, failed));
        EXPECT_NO_THROW(run_background());
    }
    EXPECT_EQ(told, 2 * static_cast<int>(faults.size()));
}

}  // namespace
}  // namespace canteen
