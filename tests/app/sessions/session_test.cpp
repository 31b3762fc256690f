#include "canteen/app/sessions/session.h"

#include <gtest/gtest.h>

#include "tests/support/test_server.h"

namespace canteen {
namespace {

using namespace canteen::testing;
using namespace std::chrono_literals;

class SessionTest : public ::testing::Test {
protected:
    SessionTest() {
        server.ask(EnrolDevice{till.device()});
        server.ask(ImportMenus{{lunch_menu()}});
    }
    PlaceOrder ask() { return ask_for(draft_of(++orders, noodles, till.next_pickup()), clock.now()); }

    std::uint32_t orders = 0;
    FakeStore store{test_site()};
    FakeCodec codec;
    FakeClock clock{noon()};
    FakeTill till{1, "A"};
    TestServer server{store, codec, clock};
};

RejectionCode code_of(const std::optional<Answer>& answer) {
    const auto* why = answer ? std::get_if<Rejection>(&answer->outcome) : nullptr;
    return why ? why->code : RejectionCode{};
}

TEST_F(SessionTest, AProvenTillIsWelcomedAndToldWhereItsNumbersStand) {
    auto first = server.connect(till);
    auto frame = till.next_frame(ask());
    server.send(first, frame);
    server.step();
    auto again = server.connect(till);
    auto welcome = again.port->last<Welcome>();
    ASSERT_TRUE(welcome && welcome->till);
    EXPECT_EQ(welcome->device_name, "till A");
    EXPECT_EQ(welcome->pickup_letters, "A");
    EXPECT_EQ(welcome->site, test_site().name);
    EXPECT_EQ(welcome->seq, store.last_seq());
    EXPECT_EQ(*welcome->till, (TillState{1, frame.hash, 1, lunch_date}));
    EXPECT_TRUE(again.port->is_known());
}

TEST_F(SessionTest, AnOlderTillHearsOnlyWhatItsProtocolKnows) {
    server.ask(ImportMembers{{member_with(1, "dibao")}});
    server.ask(TopUp{id_of<MemberId>(1), {TenderKind::cash, {500}, ""}, {}});
    const auto hears = [&](std::uint32_t protocol) {
        auto caller = server.dial();
        auto hello = till.hello(*caller.port->last<Challenge>(), test_host);
        hello.protocol = protocol;
        hello.feeds = {{Feed::uses, 0, 0}};
        server.send(caller, hello);
        std::size_t balances = 0;
        for (const auto& frame : caller.port->all<FeedFrame>()) balances += frame.balances.size();
        return std::pair(caller.port->last<Welcome>()->protocol, balances);
    };
    EXPECT_EQ(hears(protocol_version), std::pair(protocol_version, std::size_t{1}));
    EXPECT_EQ(hears(1), std::pair(1U, std::size_t{0}));
    EXPECT_EQ(hears(protocol_version), std::pair(protocol_version, std::size_t{1}));
}

TEST_F(SessionTest, AnAskIsAnsweredWhenItIsCommittedAndNotBefore) {
    auto caller = server.connect(till);
    auto frame = till.next_frame(ask());
    server.send(caller, frame);
    EXPECT_FALSE(caller.port->last<Answer>());
    server.step();
    auto answer = caller.port->last<Answer>();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->command, frame.command.id);
    EXPECT_EQ(std::get<Committed>(answer->outcome).seq, store.last_seq());
}

TEST_F(SessionTest, ASignatureOfAnotherConnectionIsNoProof) {
    auto earlier = server.dial();
    auto hello = till.hello(*earlier.port->last<Challenge>(), test_host);
    auto caller = server.dial();
    server.send(caller, hello);
    EXPECT_EQ(caller.port->goodbye(), "signature_wrong");
    EXPECT_EQ(caller.port->close_code(), close_not_allowed);
}

TEST_F(SessionTest, ASignatureForAnotherHostIsNoProof) {
    auto caller = server.dial();
    server.send(caller, till.hello(*caller.port->last<Challenge>(), "elsewhere.test"));
    EXPECT_EQ(caller.port->goodbye(), "signature_wrong");
}

TEST_F(SessionTest, ASignatureForAnEarlierEpochIsNoProof) {
    auto caller = server.dial();
    auto challenge = *caller.port->last<Challenge>();
    challenge.epoch += 1;
    server.send(caller, till.hello(challenge, test_host));
    EXPECT_EQ(caller.port->goodbye(), "signature_wrong");
}

TEST_F(SessionTest, AnotherTillsKeyIsNoProof) {
    auto caller = server.dial();
    auto hello = FakeTill(2, "B").hello(*caller.port->last<Challenge>(), test_host);
    hello.device = till.id();
    server.send(caller, hello);
    EXPECT_EQ(caller.port->goodbye(), "signature_wrong");
}

TEST_F(SessionTest, AnUnknownTillIsNotLetIn) {
    auto caller = server.connect(FakeTill(3, "C"));
    EXPECT_EQ(caller.port->goodbye(), "device_unknown");
}

TEST_F(SessionTest, ARevokedTillIsClosedAtOnceAndNotLetInAgain) {
    auto caller = server.connect(till);
    server.ask(RevokeDevice{till.id()});
    EXPECT_EQ(caller.port->goodbye(), "revoked");
    EXPECT_TRUE(caller.port->close_code());
    EXPECT_EQ(server.connect(till).port->goodbye(), "revoked");
}

TEST_F(SessionTest, WhoSaysNoHelloInTimeIsClosed) {
    auto caller = server.dial();
    std::chrono::steady_clock::time_point start{};
    caller.session->on_timer(start);
    caller.session->on_timer(start + hello_timeout - 1ms);
    EXPECT_EQ(caller.port->goodbye(), "");
    caller.session->on_timer(start + hello_timeout);
    EXPECT_EQ(caller.port->goodbye(), "hello_late");
}

TEST_F(SessionTest, AWelcomedTillMayBeSilent) {
    auto caller = server.connect(till);
    std::chrono::steady_clock::time_point start{};
    caller.session->on_timer(start);
    caller.session->on_timer(start + 24h);
    EXPECT_FALSE(caller.port->close_code());
}

TEST_F(SessionTest, AnotherProtocolIsRefusedByName) {
    for (auto [version, why] : {std::pair{0u, "protocol_too_old"}, std::pair{protocol_version + 1, "client_newer"}}) {
        auto caller = server.dial();
        auto hello = till.hello(*caller.port->last<Challenge>(), test_host);
        hello.protocol = version;
        server.send(caller, hello);
        EXPECT_EQ(caller.port->goodbye(), why);
    }
}

TEST_F(SessionTest, TheLastProtocolsAreSpoken) {
    for (auto version = oldest_protocol; version <= protocol_version; ++version) {
        auto caller = server.dial();
        auto hello = till.hello(*caller.port->last<Challenge>(), test_host);
        hello.protocol = version;
        server.send(caller, hello);
        EXPECT_TRUE(caller.port->last<Welcome>()) << version;
    }
}

TEST_F(SessionTest, TheWelcomeSaysWhichCanteenItIsAndThatItsTimeRunsAsAny) {
    TestServer next(store, codec, clock);
    auto welcome = next.connect(till).port->last<Welcome>();
    ASSERT_TRUE(welcome);
    EXPECT_NE(welcome->canteen, Hash{});
    EXPECT_EQ(welcome->canteen, store.first_hash());
    EXPECT_EQ(welcome->pace, 1u);
}

// The till has taken money for it: it sends it again when the server can read it.
TEST_F(SessionTest, WhatANewerTillSendsConsumesNoNumber) {
    auto caller = server.connect(till);
    auto frame = till.next_frame(ask());
    server.send(caller, UnreadableSubmit{frame.entry,
                                         frame.device_seq,
                                         frame.hash,
                                         frame.command.id,
                                         {RejectionCode::client_newer, {{"path", "order.spice"}}, {}}});
    server.step();
    EXPECT_EQ(code_of(caller.port->last<Answer>()), RejectionCode::client_newer);
    EXPECT_TRUE(store.refused().empty());
    server.send(caller, frame);
    server.step();
    EXPECT_EQ(std::get<Committed>(caller.port->last<Answer>()->outcome).seq, store.last_seq());
}

TEST_F(SessionTest, NothingIsTakenBeforeTheHello) {
    auto caller = server.dial();
    server.send(caller, till.next_frame(ask()));
    EXPECT_EQ(caller.port->goodbye(), "malformed");
    EXPECT_EQ(caller.port->close_code(), close_protocol_error);
    server.step();
    EXPECT_TRUE(store.refused().empty());
}

TEST_F(SessionTest, AfterItsGoodbyeASessionIsDeaf) {
    auto caller = server.connect(till);
    caller.session->on_frame("garbage");
    EXPECT_EQ(caller.port->goodbye(), "malformed");
    EXPECT_EQ(caller.port->close_code(), close_unreadable);
    auto seq = store.last_seq();
    server.send(caller, till.next_frame(ask()));
    server.step();
    EXPECT_EQ(store.last_seq(), seq);
}

TEST_F(SessionTest, ANewerScreensCommandIsAnsweredAndTheConnectionKept) {
    auto caller = server.connect_screen(Role::kitchen, server.enrol_screen(Role::kitchen));
    caller.session->on_frame(codec.newer_frame());
    EXPECT_EQ(code_of(caller.port->last<Answer>()), RejectionCode::client_newer);
    EXPECT_FALSE(caller.port->close_code());
}

TEST_F(SessionTest, ATillsUnreadableEntryConsumesItsNumber) {
    auto caller = server.connect(till);
    auto frame = till.next_frame(Tick{});
    server.send(caller,
                UnreadableSubmit{frame.entry, frame.device_seq, frame.hash, {}, {RejectionCode::malformed, {}, {}}});
    server.send(caller, till.next_frame(ask()));
    server.step();
    auto answers = caller.port->all<Answer>();
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(code_of(answers.at(0)), RejectionCode::malformed);
    EXPECT_TRUE(std::holds_alternative<Committed>(answers.at(1).outcome));
}

TEST_F(SessionTest, ATillsForbiddenEntryIsRefusedAndConsumesItsNumber) {
    auto caller = server.connect(till);
    server.send(caller, till.next_frame(SetSoldOut{{lunch_on(lunch_date), rice}, true}));
    server.send(caller, till.next_frame(ask()));
    server.step();
    auto answers = caller.port->all<Answer>();
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(code_of(answers.at(0)), RejectionCode::not_permitted);
    EXPECT_TRUE(std::holds_alternative<Committed>(answers.at(1).outcome));
}

TEST_F(SessionTest, AScreensForbiddenCommandIsRefusedWithRoleAndName) {
    auto caller = server.connect_screen(Role::kitchen, server.enrol_screen(Role::kitchen));
    server.send(caller, Submit{{id_of<CommandId>(5), CancelOrder{}}, "entry", 0, {}});
    auto answer = caller.port->last<Answer>();
    ASSERT_EQ(code_of(answer), RejectionCode::not_permitted);
    EXPECT_EQ(std::get<Rejection>(answer->outcome).params,
              (std::vector<Param>{{"role", "kitchen"}, {"command", "CancelOrder"}}));
}

TEST_F(SessionTest, AFullInboxIsAnsweredBusyWithoutATrace) {
    TestServer small(store, codec, clock, 1);
    auto caller = small.connect(till);
    auto first = till.next_frame(ask());
    auto second = till.next_frame(ask());
    small.send(caller, first);
    small.send(caller, second);
    EXPECT_EQ(code_of(caller.port->last<Answer>()), RejectionCode::busy);
    small.step();
    small.send(caller, second);
    small.step();
    EXPECT_TRUE(std::holds_alternative<Committed>(caller.port->last<Answer>()->outcome));
    EXPECT_TRUE(store.refused().empty());
}

TEST_F(SessionTest, AFeedThatTheRoleMayNotFollowEndsTheConnection) {
    EXPECT_EQ(server.connect(till, {{Feed::kitchen, 0, 0}}).port->goodbye(), "not_permitted");
    auto caller = server.connect(till);
    server.send(caller, Resume{{Feed::kitchen, 0, 0}});
    EXPECT_EQ(caller.port->goodbye(), "not_permitted");
}

TEST_F(SessionTest, AScreenIsKnownByItsCookieAndOnlyInItsRole) {
    auto cookie = server.enrol_screen(Role::kitchen);
    EXPECT_TRUE(server.connect_screen(Role::kitchen, cookie).port->last<Welcome>());
    EXPECT_EQ(server.connect_screen(Role::office, cookie).port->goodbye(), "not_permitted");
    EXPECT_EQ(server.connect_screen(Role::server, cookie).port->goodbye(), "not_permitted");
    EXPECT_EQ(server.connect_screen(Role::kitchen, "").port->goodbye(), "device_unknown");
    EXPECT_EQ(server.connect_screen(Role::kitchen, cookie + "0").port->goodbye(), "device_unknown");
}

TEST_F(SessionTest, ACookieSurvivesARestartOfTheServer) {
    auto cookie = server.enrol_screen(Role::kitchen);
    TestServer next(store, codec, clock);
    EXPECT_TRUE(next.connect_screen(Role::kitchen, cookie).port->last<Welcome>());
}

TEST_F(SessionTest, ATillsNewConnectionReplacesItsOldOne) {
    auto old = server.connect(till);
    auto fresh = server.connect(till);
    EXPECT_EQ(old.port->goodbye(), "replaced");
    EXPECT_FALSE(fresh.port->close_code());
}

TEST_F(SessionTest, AScreensFifthPageReplacesItsOldest) {
    auto cookie = server.enrol_screen(Role::kitchen);
    std::vector<Caller> pages;
    for (std::size_t i = 0; i < max_sessions_of_screen; ++i)
        pages.push_back(server.connect_screen(Role::kitchen, cookie));
    for (const auto& page : pages) EXPECT_FALSE(page.port->close_code());
    pages.push_back(server.connect_screen(Role::kitchen, cookie));
    EXPECT_EQ(pages.front().port->goodbye(), "replaced");
    for (std::size_t i = 1; i < pages.size(); ++i) EXPECT_FALSE(pages[i].port->close_code());
}

TEST_F(SessionTest, AScreenThatFloodsIsToldToWaitAndTillsSellOn) {
    auto screen = server.connect_screen(Role::kitchen, server.enrol_screen(Role::kitchen));
    auto caller = server.connect(till);
    for (std::uint32_t i = 1; i <= 1'000; ++i) {
        server.send(screen,
                    Submit{{id_of<CommandId>(i), SetSoldOut{{lunch_on(lunch_date), rice}, i % 2 == 0}}, "e", 0, {}});
        if (i % max_waiting_of_screen == 0) server.step();
    }
    auto busy = [](const Answer& answer) { return code_of(answer) == RejectionCode::busy; };
    const auto answers = screen.port->all<Answer>();
    EXPECT_EQ(std::ranges::count_if(answers, busy), 1'000 - screen_commands_at_once);
    server.send(caller, till.next_frame(ask()));
    server.step();
    EXPECT_TRUE(std::holds_alternative<Committed>(caller.port->last<Answer>()->outcome));
    clock.advance(1s);
    for (std::uint32_t i = 2'001; i <= 2'100; ++i)
        server.send(screen, Submit{{id_of<CommandId>(i), SetSoldOut{{lunch_on(lunch_date), rice}, false}}, "e", 0, {}});
    const auto later = screen.port->all<Answer>();
    EXPECT_EQ(std::ranges::count_if(later, busy) - std::ranges::count_if(answers, busy),
              100 - static_cast<int>(max_waiting_of_screen))
        << "of the second's new commands as many as may wait";
}

TEST_F(SessionTest, ATillThatFloodsTakesItsPartAndAnotherTillSellsAtOnce) {
    FakeTill other{2, "B"};
    server.ask(EnrolDevice{other.device()});
    auto greedy = server.connect(till);
    auto caller = server.connect(other);
    for (std::size_t i = 0; i < 3 * max_waiting_of_till; ++i) server.send(greedy, till.next_frame(ask()));
    EXPECT_EQ(greedy.port->all<Answer>().size(), 2 * max_waiting_of_till) << "busy, and nothing consumed";
    server.send(caller, other.next_frame(ask_for(draft_of(9'999, noodles, other.next_pickup()), clock.now())));
    server.step();
    EXPECT_TRUE(std::holds_alternative<Committed>(caller.port->last<Answer>()->outcome));
}

TEST_F(SessionTest, APictureIsSentAgainToWhoeverAsksForItAgainAndAgainButNotEachTime) {
    auto caller = server.connect(till, {{Feed::menu, 0, 0}});
    const auto pictures = [&caller] { return caller.port->all<FeedFrame>().size(); };
    const auto at_first = pictures();
    for (int i = 0; i < 10; ++i) server.send(caller, Resume{{Feed::menu, 0, 0}});
    EXPECT_EQ(pictures(), at_first + 1);
    clock.advance(resume_every);
    caller.session->on_timer({});
    EXPECT_EQ(pictures(), at_first + 2) << "what was asked for meanwhile";
    caller.session->on_timer({});
    EXPECT_EQ(pictures(), at_first + 2);
}

TEST_F(SessionTest, APingIsAnsweredWithTimeAndSeq) {
    auto caller = server.connect(till);
    server.send(caller, Ping{42});
    auto pong = caller.port->last<Pong>();
    ASSERT_TRUE(pong);
    EXPECT_EQ(pong->token, 42u);
    EXPECT_EQ(pong->server_time, clock.now());
    EXPECT_EQ(pong->seq, store.last_seq());
}

TEST_F(SessionTest, ASaleFromTheFutureIsBookedAtItsReceiptAndListed) {
    auto caller = server.connect(till);
    auto sale = sale_of(draft_of(++orders, rice, till.next_pickup()), clock.now() + 1h);
    server.send(caller, till.next_frame(sale));
    server.step();
    auto answer = caller.port->last<Answer>();
    ASSERT_TRUE(answer && std::holds_alternative<Committed>(answer->outcome));
    auto exceptions = std::get<Committed>(answer->outcome).exceptions;
    ASSERT_EQ(exceptions.size(), 1u);
    EXPECT_EQ(exceptions.at(0).code, ExceptionCode::clock_doubtful);
    EXPECT_EQ(store.truth().orders.at(sale.order.id)->placed_at, noon());
}

TEST_F(SessionTest, OnlyOurHostsAndOriginsAreAdmitted) {
    EXPECT_TRUE(server.dial("", "http://canteen.test:8470").session);
    EXPECT_TRUE(server.dial("", "http://canteen.test:8470", "CANTEEN.test").session);
    for (const auto* other : {"http://evil.test:8470", "http://canteen.test:9000", "https://canteen.test:8470",
                              "http://canteen.test", "http://canteen.test:8470.evil.test"})
        EXPECT_EQ(server.dial("", other).why_not, "origin") << other;
    EXPECT_EQ(server.dial("", "null").why_not, "origin");
    EXPECT_EQ(server.dial("", "", "evil.test").why_not, "host");
}

TEST_F(SessionTest, NoMoreSessionsThanTheLimitAreAdmitted) {
    std::vector<Caller> callers;
    for (int i = 0; i < 200; ++i) callers.push_back(server.dial());
    EXPECT_TRUE(callers.back().session);
    EXPECT_EQ(server.dial().why_not, "full");
    callers.front().session.reset();
    EXPECT_TRUE(server.dial().session);
}

}  // namespace
}  // namespace canteen
