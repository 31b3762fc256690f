#include "canteen/app/sessions/application.h"

#include <gtest/gtest.h>

#include "tests/support/test_server.h"

namespace canteen {
namespace {

using namespace canteen::testing;

// Looks twice: the clock's step is a row of its own.
void look_at_the_clock(TestServer& server) {
    for (int round = 0; round < 2; ++round) {
        server.app().on_timer();
        server.step();
    }
}

class ApplicationTest : public ::testing::Test {
protected:
    HttpReply get(const std::string& target, const std::string& method = "GET", const std::string& host = test_host) {
        HttpRequest request;
        request.method = method;
        request.target = target;
        request.host = host;
        request.from_here = from_here;
        HttpReply reply;
        server.app().handle(request, [&reply](HttpReply r) { reply = std::move(r); });
        return reply;
    }

    bool from_here = true;
    FakeStore store{test_site()};
    FakeCodec codec;
    FakeClock clock{noon()};
    TestServer server{store, codec, clock};
};

TEST_F(ApplicationTest, IsWellAsLongAsTheWriterAnswers) {
    server.ask(ImportMenus{{lunch_menu()}});
    auto reply = get("/healthz");
    EXPECT_EQ(reply.status, 200u);
    EXPECT_EQ(reply.body, "ok epoch 0 seq 1\n");
    for (int round = 0; round <= max_silent_rounds; ++round) server.app().on_timer();
    EXPECT_EQ(get("/healthz").status, 503u);
    server.step();
    EXPECT_EQ(get("/healthz").status, 200u);
}

TEST_F(ApplicationTest, SaysItsMetricsOnceSomebodyCounts) {
    EXPECT_EQ(get("/metrics").status, 404u);
    server.app().set_metrics([] { return std::string("orders 3\n"); });
    EXPECT_EQ(get("/metrics").body, "orders 3\n");
    EXPECT_EQ(get("/metrics").content_type, metrics_content_type);
    from_here = false;
    EXPECT_EQ(get("/metrics").status, 403u) << "orders a day are nobody else's business";
}

TEST_F(ApplicationTest, KnowsNoOtherWays) {
    EXPECT_EQ(get("/secret").status, 404u);
    EXPECT_EQ(get("/enrol").status, 405u);
    EXPECT_EQ(get("/enrol", "POST", "evil.test").status, 403u);
}

TEST_F(ApplicationTest, KnowsMembersByTheirNumber) {
    EXPECT_TRUE(server.app().member_of_number("5").is_nil());
    EXPECT_EQ(server.app().member(id_of<MemberId>(5)), nullptr);
    server.ask(ImportMembers{{member_with(5, "dibao")}});
    EXPECT_EQ(server.app().member_of_number("5"), id_of<MemberId>(5));
    EXPECT_EQ(server.app().member(id_of<MemberId>(5))->tags.at(0).tag, "dibao");
    EXPECT_EQ(server.app().members().find("王", 0, false).hits.size(), 1u);
}

TEST_F(ApplicationTest, KnowsMembersAgainAfterAStart) {
    server.ask(ImportMembers{{member_with(5, "dibao")}});
    TestServer next(store, codec, clock);
    EXPECT_EQ(next.app().member_of_number("5"), id_of<MemberId>(5));
}

TEST_F(ApplicationTest, AnOwnCommandThatFindsNoPlaceIsAnsweredBusy) {
    TestServer small(store, codec, clock, 0);
    std::optional<Answer> told;
    small.app().own().ask(Tick{}, [&told](const Answer& answer) { told = answer; });
    ASSERT_TRUE(told);
    EXPECT_EQ(std::get<Rejection>(told->outcome).code, RejectionCode::busy);
}

// The disk still has what the views dropped for the wrong date: tills must not be left without a menu until a restart.
TEST_F(ApplicationTest, ShowsTheDayAgainAfterTheClockWentOverMidnightAndBack) {
    using namespace std::chrono_literals;
    server.ask(ImportMenus{{lunch_menu()}});
    FakeTill till(1, "A");
    server.ask(EnrolDevice{till.device()});
    auto caller = server.connect(till, {{Feed::menu, 0, 0}, {Feed::uses, 0, 0}});
    clock.advance(24h);
    server.app().on_timer();
    EXPECT_TRUE(caller.port->last<FeedFrame>()->menus.empty());
    clock.set(noon() + 2s);
    look_at_the_clock(server);
    std::size_t menus = 0;
    for (const auto& frame : caller.port->all<FeedFrame>())
        if (frame.feed == Feed::menu) menus = frame.menus.size();
    EXPECT_EQ(menus, 1u);
}

TEST_F(ApplicationTest, ShowsTheDayAfterAStartWithAClockThatWasAhead) {
    using namespace std::chrono_literals;
    server.ask(ImportMenus{{lunch_menu()}});
    FakeTill till(1, "A");
    server.ask(EnrolDevice{till.device()});
    clock.advance(3 * 24h);
    TestServer started{store, codec, clock};
    clock.set(noon() + 2s);
    look_at_the_clock(started);
    auto caller = started.connect(till, {{Feed::menu, 0, 0}});
    EXPECT_EQ(caller.port->last<FeedFrame>()->menus.size(), 1u);
}

}  // namespace
}  // namespace canteen
