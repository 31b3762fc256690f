// The command line sends requests to a running server: those that the office may make come in its frames, those that
// read a file or the books run beside the writer and the sockets, and no failure in them ends the process.
#include "canteen/admin/admin_session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>
#include <new>

#include "canteen/engine/run_on_writer.h"
#include "canteen/reports/query_service.h"
#include "canteen/wire/admin_codec.h"
#include "tests/support/fake_clock.h"
#include "tests/support/lunch.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

using namespace canteen::testing;

constexpr std::uint32_t asker = 1000;

RejectionCode why_not(const Answer& answer) {
    const auto* why = std::get_if<Rejection>(&answer.outcome);
    return why ? why->code : RejectionCode{};
}

class AskedByASubcommand : public ::testing::Test {
protected:
    AskedByASubcommand() {
        config.directory = dir.path() / "canteen";
        config.key_file = dir.path() / "canteen.key";
        config.site = test_site();
        make_canteen(config, std::make_unique<FakeClock>(noon()));
        engine = std::make_unique<Engine>(config, std::make_unique<FakeClock>(noon()), post);
        office = std::make_unique<QueryService>(*engine, post, background);
        session = std::make_unique<AdminSession>(*engine, post, background, *office,
                                                 [this](std::string_view what, std::uint32_t uid) {
                                                     noted.push_back(std::string(what) + " " + std::to_string(uid));
                                                 });
    }

    void turn() {
        engine->application().on_committed(engine->pump().step());
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    }
    void run_background() {
        for (; !reports.empty(); reports.pop_front()) reports.front()();
        for (; !posted.empty(); posted.pop_front()) posted.front()();
    }
    void ask_bytes(const std::string& request) {
        replies.clear();
        session->on_request(request, asker,
                            [this](const std::string& reply) { replies.push_back(decode_admin_reply(reply)); });
    }
    void ask(const AdminRequest& request) { ask_bytes(encode(request)); }
    // Returns the one reply, once writer and reports had their turns.
    AdminReply reply_to(const AdminRequest& request) {
        ask(request);
        turn();
        run_background();
        turn();
        EXPECT_EQ(replies.size(), 1U);
        return replies.empty() ? AdminReply{} : replies.front();
    }
    AdminText text_to(const AdminRequest& request) { return std::get<AdminText>(reply_to(request)); }
    template <class Frame>
    Frame frame_to(ClientMessage message) {
        return std::get<Frame>(std::get<ServerMessage>(reply_to(AdminRequest{std::move(message)})));
    }
    Answer answer_to(CommandBody body) {
        return frame_to<Answer>(Submit{Command{id_of<CommandId>(1), std::move(body)}, "", 0, {}});
    }
    QueryResult told(QueryBody body) { return frame_to<QueryReply>(Query{31, std::move(body)}).result; }
    void give(CommandBody body) {
        engine->application().own().ask(std::move(body), [](const Answer&) {});
        turn();
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
    std::unique_ptr<AdminSession> session;
    std::vector<AdminReply> replies;
    std::vector<std::string> noted;
};

TEST_F(AskedByASubcommand, AMembersAccountIsFilledByAFrame) {
    const auto member = member_with(50'001, "dibao");
    give(ImportMembers{{member}});
    const auto found = std::get<MemberHits>(told(MemberOfNumber{member.number}));
    ASSERT_EQ(found.hits.size(), 1U);
    EXPECT_EQ(found.hits[0].member, member.id);
    const TopUp top_up{member.id, {TenderKind::cash, Fen{1'250}, ""}, {}};
    EXPECT_EQ(why_not(answer_to(top_up)), RejectionCode{});
    EXPECT_EQ(why_not(answer_to(top_up)), RejectionCode{}) << "the same frame twice is done twice";
    EXPECT_EQ(std::get<MemberShown>(told(ShowMember{member.id})).principal, Fen{2'500});
    EXPECT_EQ(noted, (std::vector<std::string>{"MemberOfNumber 1000", "TopUp 1000", "TopUp 1000", "ShowMember 1000"}));
    const auto reads = engine->store().person_reads(10);
    ASSERT_EQ(reads.size(), 1U);
    EXPECT_EQ(reads[0].actor.person, std::optional(os_user(asker))) << "who looked is the user of this machine";
}

TEST_F(AskedByASubcommand, AReplyComesOnceAndAfterTheCommit) {
    ask(AdminRequest{ClientMessage{Submit{Command{id_of<CommandId>(1), SetPointsRule{}}, "", 0, {}}}});
    EXPECT_TRUE(replies.empty());
    turn();
    EXPECT_EQ(replies.size(), 1U);
    turn();
    EXPECT_EQ(replies.size(), 1U);
}

TEST_F(AskedByASubcommand, WhatAnOfficeMayNotGiveIsRefusedHereToo) {
    const auto refused = answer_to(HandOver{id_of<OrderId>(1)});
    EXPECT_EQ(why_not(refused), RejectionCode::not_permitted);
    EXPECT_EQ(refused.command, id_of<CommandId>(1));
    const auto entry = reply_to(ClientMessage{Submit{Command{id_of<CommandId>(1), HandOver{}}, "entry", 7, {}}});
    EXPECT_FALSE(std::get<AdminText>(entry).ok) << "only a till numbers what it says";
    EXPECT_FALSE(text_to(ClientMessage{Hello{}}).ok);
    EXPECT_FALSE(text_to(ClientMessage{Resume{{Feed::kitchen, 1, 1}}}).ok);
    EXPECT_FALSE(text_to(EnrolNew{Role::server, "server", ""}).ok);
}

TEST_F(AskedByASubcommand, AnAnswerNamesTheCommandThatWasAsked) {
    EXPECT_EQ(answer_to(SetDeductOrder{{AccountKind::member_principal, AccountKind::member_bonus}}).command,
              id_of<CommandId>(1));
}

TEST_F(AskedByASubcommand, WhatCannotBeReadIsSaidSoAndTheNextIsAnswered) {
    ask_bytes("\x01topup");
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_FALSE(std::get<AdminText>(replies[0]).ok);
    EXPECT_THAT(
        std::get<AdminText>(replies[0]).text,
        ::testing::AllOf(::testing::StartsWith("the request cannot be read: "), ::testing::EndsWith("(malformed)")));
    EXPECT_EQ(frame_to<Pong>(Ping{7}).server_time, noon());
    EXPECT_EQ(noted, (std::vector<std::string>{"unreadable 1000", "Ping 1000"}));
}

TEST_F(AskedByASubcommand, AFileIsReadElsewhereAndGivenToTheWriterWhenItIsRead) {
    const std::string calendar = "date,kind,name\n2026-05-01,off,劳动节\n";
    ask(ImportFile{ImportKind::calendar, calendar});
    EXPECT_EQ(reports.size(), 1U) << "not read on this thread";
    turn();
    EXPECT_TRUE(replies.empty());
    run_background();
    turn();
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_TRUE(std::get<AdminText>(replies[0]).ok) << std::get<AdminText>(replies[0]).text;
    EXPECT_FALSE(text_to(ImportFile{ImportKind::calendar, "no calendar at all"}).ok);
    no_room = true;
    ask(ImportFile{ImportKind::calendar, calendar});
    ASSERT_EQ(replies.size(), 1U);
    EXPECT_EQ(std::get<AdminText>(replies[0]).text, "The server is busy. (busy)");
}

TEST_F(AskedByASubcommand, AnOrderIsExplainedFromTheBooksNotByTheWriter) {
    give(ImportMembers{{member_with(50'001, "dibao")}});
    give(ImportMenus{{lunch_menu()}});
    const auto number = member_with(50'001, "dibao").number;
    ask(ClientMessage{Query{1, ExplainOrder{number, "2026-04-14", "lunch", "1x1", "dine_in", "0", "en", "number"}}});
    turn();
    EXPECT_EQ(reports.size(), 1U) << "who asked is written down before";
    run_background();
    ASSERT_EQ(replies.size(), 1U) << "without another turn of the writer";
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
