// A cashier undoes a sale before anybody knows whether the server has it.
#include <gtest/gtest.h>

#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

template <class Body>
bool is_a(const Command& command) {
    return std::holds_alternative<Body>(command.body);
}

class SellerTakesBack : public TillBench, public testing::Test {
protected:
    SaleQueued sell_and_take_back_unanswered() {
        auto sale = sell(basket({{pork}}));
        EXPECT_EQ(seller().cancel(sale.draft.id, now).how, TakingBack::done);
        run_for(till_answer_wait + moment);
        cut();
        mend();
        connect();
        return sale;
    }
};

// The guest has their money back: nobody may cook the order.
TEST_F(SellerTakesBack, neverStatesAnOrderThatWasTakenBackBeforeItsAskWasAnswered) {
    server.decide = [&](const Command& c, Seq next) -> FakeServer::Outcome {
        if (is_a<PlaceOrder>(c)) return Rejection{RejectionCode::ask_expired, {}, {}};
        if (is_a<CancelOrder>(c)) return Rejection{RejectionCode::order_unknown, {}, {}};
        return Committed{next, {}};
    };
    connect();
    lose_entries();
    const auto sale = sell_and_take_back_unanswered();
    EXPECT_EQ(story_of(sale.draft.id), "queued cancelled");
    EXPECT_EQ(outbox().order(sale.draft.id)->state, SaleState::cancelled);
    EXPECT_TRUE(outbox().notices().empty());
}

// The older server would refuse the fact as unreadable, and its number would be used up.
TEST_F(SellerTakesBack, keepsWhatAnOlderServerDoesNotKnowUntilItWasUpgraded) {
    connect();
    lose_answers();
    const auto sale = sell(basket({{pork}}));
    EXPECT_EQ(seller().cancel(sale.draft.id, now).how, TakingBack::done);
    cut();
    mend();
    server.protocol = 1;
    connect();
    EXPECT_EQ(seller().upstream().trouble(), "server_older");
    for (const auto& command : server.decided) EXPECT_FALSE(is_a<RecordSale>(command));
    cut();
    server.protocol = protocol_version;
    connect();
    EXPECT_EQ(seller().upstream().trouble(), "");
    EXPECT_TRUE(std::get<RecordSale>(server.decided.back().body).taken_back);
}

// The sale was accepted, but nobody here heard of it: the server takes it back though it was handed over.
TEST_F(SellerTakesBack, takesBackWhatTheServerAcceptedUnheard) {
    connect();
    lose_answers();
    const auto sale = sell_and_take_back_unanswered();
    EXPECT_EQ(story_of(sale.draft.id), "queued committed cancelled");
    EXPECT_TRUE(std::get<RecordSale>(server.decided.back().body).taken_back);
    EXPECT_EQ(outbox().order(sale.draft.id)->state, SaleState::cancelled);
    EXPECT_TRUE(outbox().notices().empty());
}

// The cashier keyed the wrong dish while the server was away: the right one must cost the member what it should.
TEST_F(SellerTakesBack, takesBackOnItsOwnWhatTheServerNeverHeardOf) {
    connect();
    reach_server(false);
    const auto wrong = sell(basket({{set_meal}}, member_number));
    EXPECT_EQ(wrong.draft.shown.to_pay, (Fen{9'00}));
    EXPECT_EQ(seller().cancel(wrong.draft.id, now).how, TakingBack::done);
    EXPECT_EQ(outbox().order(wrong.draft.id)->state, SaleState::cancelled);
    const auto right = sell(basket({{set_meal}}, member_number));
    EXPECT_EQ(right.draft.shown.to_pay, (Fen{9'00})) << "its right is free again at once";
    connect();
    EXPECT_EQ(story_of(wrong.draft.id), "queued committed cancelled");
    ASSERT_EQ(server.decided.size(), 3U);
    const auto& undone = std::get<RecordSale>(server.decided[1].body);
    EXPECT_EQ(undone.order, wrong.draft);
    ASSERT_TRUE(undone.taken_back);
    EXPECT_EQ(undone.taken_back->reason, RefundReason::wrong_entry);
    EXPECT_EQ(std::get<RecordSale>(server.decided[2].body).order, right.draft);
    EXPECT_TRUE(outbox().notices().empty());
}

TEST_F(SellerTakesBack, tellsThatASaleIsTakenBackAcrossARestart) {
    connect();
    reach_server(false);
    const auto wrong = sell(basket({{set_meal}}, member_number));
    seller().cancel(wrong.draft.id, now);
    restart();
    EXPECT_EQ(sell(basket({{set_meal}}, member_number)).draft.shown.to_pay, (Fen{9'00}));
    connect();
    EXPECT_EQ(outbox().queued_count(), 0U);
    EXPECT_EQ(story_of(wrong.draft.id), "queued committed cancelled");
}

// Only the server knows how much is left of an order it has.
TEST_F(SellerTakesBack, leavesWhatTheServerHasToTheServer) {
    connect();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    reach_server(false);
    EXPECT_EQ(seller().cancel(sale.draft.id, now).how, TakingBack::needs_server);
    EXPECT_EQ(outbox().queued_count(), 0U);
    EXPECT_EQ(outbox().order(sale.draft.id)->state, SaleState::sold);
}

TEST_F(SellerTakesBack, takesBackAgainWhatARestoredServerHadCancelled) {
    connect();
    reach_server(false);
    const auto sale = sell(basket({{pork}}));
    const auto backup = server.backup();
    connect();
    EXPECT_EQ(seller().cancel(sale.draft.id, now).how, TakingBack::asked);
    run_for(moment);
    ASSERT_EQ(story_of(sale.draft.id), "queued committed cancelled");
    reach_server(false);
    server.restore(backup);
    server.decide = [&](const Command& c, Seq next) -> FakeServer::Outcome {
        if (is_a<CancelOrder>(c)) return Rejection{RejectionCode::already_handed_over, {}, {}};
        return Committed{next, {}};
    };
    connect();
    run_for(moment);
    EXPECT_EQ(outbox().order(sale.draft.id)->state, SaleState::cancelled);
    EXPECT_TRUE(std::get<RecordSale>(server.decided.back().body).taken_back);
    EXPECT_EQ(outbox().queued_count(), 0U);
    EXPECT_TRUE(outbox().notices().empty());
}

}  // namespace
}  // namespace canteen::till::test
