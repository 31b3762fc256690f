// A refund needs the server, is made once, and no money is handed back before it is.
#include <gtest/gtest.h>

#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

class RefundAtTheTill : public TillBench, public testing::Test {};

TEST_F(RefundAtTheTill, asksForARefundAndHearsWhatTheGuestGetsBack) {
    connect();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    const std::vector<Tender> back{{TenderKind::cash, {12'00}, ""}};
    server.decide = [&](const Command&, Seq next) -> FakeServer::Outcome { return Committed{next, {}, back}; };
    std::vector<Tender> heard;
    hear = [&](const News& news) {
        if (const auto* done = std::get_if<RefundCommitted>(&news)) heard = done->paid_back;
    };
    ASSERT_TRUE(seller().refund(sale.draft.id, {{LineId{1}, 1}}, RefundReason::quality, now));
    run_for(moment);
    const auto& ask = std::get<Refund>(server.decided.back().body);
    EXPECT_EQ(ask.lines, (std::vector<RefundLine>{{LineId{1}, 1}}));
    EXPECT_TRUE(ask.answer_by);
    EXPECT_EQ(heard, back);
    EXPECT_EQ(story_of(sale.draft.id), "queued committed refunded");
    EXPECT_TRUE(outbox().notices().empty());
}

TEST_F(RefundAtTheTill, refundsNothingWithoutTheServer) {
    connect();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    reach_server(false);
    EXPECT_FALSE(seller().refund(sale.draft.id, {}, RefundReason::guest_asked, now));
    EXPECT_EQ(outbox().queued_count(), 0U);
}

// The cashier was told nothing and gave nothing: somebody must see that the refund was made after all.
TEST_F(RefundAtTheTill, noticesARefundThatWasMadeWhenNobodyWaitedAnyMore) {
    connect();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    seller().refund(sale.draft.id, {}, RefundReason::guest_asked, now);
    run_for(moment);
    restart();
    pass_down = [](const ServerMessage&) { return true; };
    connect();
    ASSERT_EQ(outbox().notices().size(), 1U);
    EXPECT_EQ(outbox().notices()[0].order, sale.draft.id);
}

TEST_F(RefundAtTheTill, asksAgainForARefundThatARestoredServerForgotBehindTheStatementOfItsSale) {
    connect();
    const auto backup = server.backup();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    seller().refund(sale.draft.id, {}, RefundReason::guest_asked, now);
    run_for(moment);
    const auto first = std::get<Refund>(server.decided.back().body);
    reach_server(false);
    server.restore(backup);
    server.decide = [&](const Command& c, Seq next) -> FakeServer::Outcome {
        const auto* refund = std::get_if<Refund>(&c.body);
        if (std::holds_alternative<PlaceOrder>(c.body) || (refund && refund->answer_by))
            return Rejection{RejectionCode::ask_expired, {}, {}};
        return Committed{next, {}};
    };
    connect();
    ASSERT_EQ(server.decided.size(), 4U);
    EXPECT_TRUE(std::holds_alternative<RecordSale>(server.decided[2].body));
    const auto& again = std::get<Refund>(server.decided[3].body);
    EXPECT_EQ(again.id, first.id) << "made twice it is one";
    EXPECT_FALSE(again.answer_by);
    EXPECT_TRUE(outbox().notices().empty());
}

}  // namespace
}  // namespace canteen::till::test
