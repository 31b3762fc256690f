// The till's line to its server: greeting, order of entries, patience, and coming back.
#include "pos-client/upstream/upstream.h"

#include <gtest/gtest.h>

#include "pos-client/outbox/pairing.h"
#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

using std::chrono::milliseconds;

class UpstreamTest : public TillBench, public testing::Test {
protected:
    template <class Message>
    std::vector<Message> heard() const {
        std::vector<Message> all;
        for (const auto& m : heard_by_server)
            if (const auto* found = std::get_if<Message>(&m)) all.push_back(*found);
        return all;
    }
    std::vector<std::uint64_t> numbers_heard() const {
        std::vector<std::uint64_t> numbers;
        for (const auto& submit : heard<Submit>()) numbers.push_back(submit.device_seq);
        return numbers;
    }
    void sell_offline(int count) {
        reach_server(false);
        for (int i = 0; i < count; ++i) sell(basket({{pork}}));
    }
};

TEST_F(UpstreamTest, provesWithItsKeyThatItIsTheTill) {
    connect();
    const auto hello = heard<Hello>().at(0);
    EXPECT_EQ(hello.role, Role::till);
    EXPECT_EQ(hello.host, "canteen.local");
    const auto challenge = std::get<Challenge>(server.challenge());
    EXPECT_TRUE(
        verify(public_key_of({}), hello_message(challenge.nonce, "canteen.local", challenge.epoch), hello.signature));
    EXPECT_FALSE(
        verify(public_key_of({}), hello_message(challenge.nonce, "elsewhere", challenge.epoch), hello.signature));
}

TEST_F(UpstreamTest, isLiveAndCaughtUpAfterTheGreeting) {
    EXPECT_FALSE(seller().upstream().live());
    connect();
    EXPECT_TRUE(seller().upstream().live());
    EXPECT_TRUE(seller().upstream().caught_up());
    EXPECT_TRUE(seller().upstream().can_ask());
    reach_server(false);
    EXPECT_FALSE(seller().upstream().live());
}

TEST_F(UpstreamTest, saysWhereItStandsInNumbersAndFeeds) {
    connect();
    sell(basket({{pork}}));
    run_for(moment);
    cut();
    connect();
    const auto hello = heard<Hello>().back();
    EXPECT_EQ(hello.till->last_device_seq, 1U);
    EXPECT_EQ(hello.till->last_hash, outbox().head().hash);
    EXPECT_EQ(hello.till->last_pickup_count, 1U);
    EXPECT_EQ(hello.feeds.at(0), (Cursor{Feed::menu, 1, 0}));
}

TEST_F(UpstreamTest, sendsABoundedNumberOfEntriesAtATime) {
    connect();
    sell_offline(100);
    pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    reach_server(true);
    for (int i = 0; heard<Submit>().empty() && i < 100; ++i) run_for(milliseconds{100});
    run_for(moment);
    EXPECT_EQ(heard<Submit>().size(), max_entries_under_way);
}

TEST_F(UpstreamTest, sendsAgainFromTheEntryThatFoundNoRoom) {
    connect();
    sell_offline(10);
    server.busy = 3;
    connect();
    ASSERT_EQ(server.decided.size(), 10U);
    EXPECT_EQ(outbox().queued_count(), 0U);
    EXPECT_GT(heard<Submit>().size(), 10U);
}

TEST_F(UpstreamTest, waitsALittleWhenTheServerIsBusy) {
    connect();
    server.busy = 1'000'000;
    sell(basket({{pork}}));
    const auto before = heard<Submit>().size();
    run_for(milliseconds{20'000});
    EXPECT_LT(heard<Submit>().size() - before, 30U);
    server.busy = 0;
    run_for(busy_wait_longest + moment);
    EXPECT_EQ(outbox().queued_count(), 0U);
}

TEST_F(UpstreamTest, doesNotAskWhileEntriesWaitInFront) {
    connect();
    server.busy = 1'000'000;
    EXPECT_TRUE(sell(basket({{pork}})).asked);
    run_for(moment);
    EXPECT_FALSE(sell(basket({{pork}})).asked);
}

TEST_F(UpstreamTest, sendsFromTheNumberTheServerWaitsFor) {
    connect();
    bool lost = false;
    pass_up = [&](const ClientMessage& m) {
        const auto* submit = std::get_if<Submit>(&m);
        return !submit || submit->device_seq != 3 || std::exchange(lost, true);
    };
    for (int i = 0; i < 6; ++i) sell(basket({{pork}}));
    run_for(milliseconds{5'000});
    EXPECT_TRUE(lost);
    EXPECT_EQ(outbox().queued_count(), 0U);
    ASSERT_EQ(server.decided.size(), 6U);
    EXPECT_EQ(server.till().last_device_seq, 6U);
}

TEST_F(UpstreamTest, asksAgainForAnAnswerThatWasLost) {
    connect();
    pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    sell(basket({{pork}}));
    run_for(moment);
    cut();
    pass_down = [](const ServerMessage&) { return true; };
    connect();
    EXPECT_EQ(numbers_heard(), (std::vector<std::uint64_t>{1, 1}));
    EXPECT_EQ(server.decided.size(), 1U);
    EXPECT_EQ(outbox().queued_count(), 0U);
}

TEST_F(UpstreamTest, takesAConnectionWithoutAnswersForDead) {
    connect();
    pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    sell(basket({{pork}}));
    run_for(answer_patience + 2 * moment);
    EXPECT_GE(heard<Hello>().size(), 2U);
}

TEST_F(UpstreamTest, takesASilentConnectionForDead) {
    connect();
    pass_down = [](const ServerMessage&) { return false; };
    run_for(silence_patience + moment);
    EXPECT_FALSE(seller().upstream().live());
}

TEST_F(UpstreamTest, triesAgainEverLessOftenWhileTheServerIsAway) {
    reach_server(true);
    int greetings = 0;
    pass_down = [&](const ServerMessage& m) {
        greetings += std::holds_alternative<Challenge>(m);
        return false;
    };
    run_for(milliseconds{120'000});
    EXPECT_GE(greetings, 6);
    EXPECT_LE(greetings, 24);
}

TEST_F(UpstreamTest, goesOnFromTheServersNumbersWithAFreshOutbox) {
    connect();
    sell(basket({{pork}}));
    sell(basket({{pork}}));
    run_for(moment);
    TillBench fresh(2);
    fresh.server = server;
    fresh.connect();
    fresh.sell(basket({{pork}}));
    fresh.run_for(moment);
    EXPECT_EQ(fresh.server.till().last_device_seq, 3U);
    EXPECT_EQ(fresh.outbox().queued_count(), 0U);
}

TEST_F(UpstreamTest, sendsNothingToAnotherCanteensServer) {
    server.canteen.fill(1);
    connect();
    sell(basket({{pork}}));
    run_for(moment);
    sell_offline(2);
    FakeServer others;
    others.canteen.fill(2);
    const auto own = std::exchange(server, others);
    connect();
    EXPECT_EQ(seller().upstream().trouble(), "other_canteen");
    EXPECT_FALSE(seller().upstream().can_ask());
    EXPECT_TRUE(server.decided.empty());
    restart();
    connect();
    EXPECT_EQ(kept_trouble(outbox()), "other_canteen");
    server = own;
    run_for(reconnect_longest + milliseconds{2'000});
    EXPECT_EQ(kept_trouble(outbox()), "");
    EXPECT_EQ(server.decided.size(), 3U);
}

TEST_F(UpstreamTest, believesTheSiteThatPairedItAndSaysSoIfAnotherKeySigns) {
    SigningSeed site{}, stranger{};
    site.fill(1);
    stranger.fill(2);
    connect();
    seller().save(now);
    Pairing pairing{"canteen.local", 8470, DeviceId{Bytes16{5}}, "till A", "A", {}, public_key_of(site)};
    keep_pairing(outbox(), pairing);
    server.signing = stranger;
    restart();
    connect();
    sell_offline(1);
    connect();
    EXPECT_EQ(kept_trouble(outbox()), "other_head_key");
    EXPECT_TRUE(server.decided.empty());
    EXPECT_EQ(kept_head_key(outbox()), public_key_of(site));
    server.signing.reset();
    run_for(reconnect_longest + milliseconds{2'000});
    EXPECT_EQ(kept_trouble(outbox()), "") << "an older server tells no key";
    EXPECT_EQ(server.decided.size(), 1U);
    pairing.head_key = public_key_of(stranger);
    keep_pairing(outbox(), pairing);
    EXPECT_EQ(kept_head_key(outbox()), public_key_of(stranger)) << "paired anew it knows the new one";
}

// The refusal uses up no number: the sale waits until the server was upgraded.
TEST_F(UpstreamTest, keepsWhatAnOlderServerCannotRead) {
    connect();
    server.decide = [](const Command&, Seq) -> FakeServer::Outcome {
        return Rejection{RejectionCode::client_newer, {{"path", "record_sale.new"}}, {}};
    };
    sell_offline(2);
    connect();
    EXPECT_EQ(seller().upstream().trouble(), "server_older");
    EXPECT_EQ(outbox().queued_count(), 2U);
    EXPECT_TRUE(outbox().notices().empty());
    cut();
    server.decide = [](const Command&, Seq next) -> FakeServer::Outcome { return Committed{next, {}}; };
    connect();
    EXPECT_EQ(outbox().queued_count(), 0U);
    EXPECT_EQ(server.decided.size(), 2U);
}

// A restored server may have answered an entry anew while this till's file stood at an older copy.
TEST_F(UpstreamTest, asksAgainWhatItHeardInAnotherEpoch) {
    connect();
    for (int i = 0; i < 3; ++i) sell(basket({{pork}}));
    run_for(moment);
    cut();
    const auto sent = heard<Submit>().size();
    connect();
    EXPECT_EQ(heard<Submit>().size(), sent);
    cut();
    server.restore(server.backup());
    connect();
    EXPECT_EQ(heard<Submit>().size(), sent + 3);
    EXPECT_EQ(outbox().queued_count(), 0U);
    EXPECT_TRUE(server.decided.empty());
    EXPECT_EQ(seller().upstream().trouble(), "");
}

TEST_F(UpstreamTest, speaksAnOlderServersProtocol) {
    server.protocol = 1;
    connect();
    EXPECT_EQ(heard<Hello>().at(0).protocol, 1U);
    EXPECT_TRUE(seller().upstream().live());
}

TEST_F(UpstreamTest, saysThatItWasTurnedAwayUntilItIsLetInOrNobodyIsThere) {
    seller().on_turned_away(now);
    EXPECT_EQ(kept_trouble(outbox()), "turned_away");
    connect();
    EXPECT_EQ(kept_trouble(outbox()), "");
}

TEST_F(UpstreamTest, isInNoTroubleWhenNobodyAnswersAnyMore) {
    server.canteen.fill(1);
    connect();
    cut();
    server.canteen.fill(2);
    connect();
    EXPECT_EQ(kept_trouble(outbox()), "other_canteen");
    reach_server(false);
    run_for(reconnect_longest + milliseconds{2'000});
    EXPECT_EQ(seller().upstream().trouble(), "");
}

TEST_F(UpstreamTest, followsTheServersClock) {
    server.now = noon + std::chrono::minutes{7};
    connect();
    const auto difference = seller().server_time(now) - server.now;
    EXPECT_LE(std::max(difference, -difference), milliseconds{100});
}

}  // namespace
}  // namespace canteen::till::test
