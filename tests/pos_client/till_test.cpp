// Follows a sale from the basket to the server's disk, whatever happens to the wire, the server or the till in between.
#include "pos-client/core/till.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds long_wait{30'000};

template <class Body>
bool is(const Command& command) {
    return std::holds_alternative<Body>(command.body);
}

class TillTest : public TillBench, public testing::Test {
protected:
    std::size_t decided_of(OrderId order) const {
        return static_cast<std::size_t>(std::count_if(server.decided.begin(), server.decided.end(), [&](const auto& c) {
            const auto* ask = std::get_if<PlaceOrder>(&c.body);
            const auto* sale = std::get_if<RecordSale>(&c.body);
            return (ask && ask->order.id == order) || (sale && sale->order.id == order);
        }));
    }
    static FakeServer::Outcome sold_out(const Command&, Seq) {
        return Rejection{RejectionCode::sold_out, {{"dish", "101"}, {"left", "0"}}, {}};
    }
};

// No sheet says what a member holds.
TEST_F(TillTest, sellsForPointsOnlyWhileTheServerAnswers) {
    const auto refused = std::get<Rejection>(try_to_sell(basket({{pork}}, member_number), {{TenderKind::points}}));
    EXPECT_EQ(refused.code, RejectionCode::menu_unknown) << "it never heard of anything";
    connect();
    const auto asked = std::get<SaleQueued>(try_to_sell(basket({{pork}}, member_number), {{TenderKind::points}}));
    EXPECT_TRUE(asked.asked);
    run_for(moment);
    reach_server(false);
    run_for(long_wait);
    const auto offline = std::get<Rejection>(try_to_sell(basket({{pork}}, member_number), {{TenderKind::points}}));
    EXPECT_EQ(offline.code, RejectionCode::points_not_spendable);
    EXPECT_EQ(server.decided.size(), 1U);
}

TEST_F(TillTest, keepsNothingThatTheServerWouldRefuseForEver) {
    connect();
    reach_server(false);
    run_for(long_wait);
    const Payment in_nine_parts(max_tenders + 1, PaymentPart{TenderKind::wechat, "", Fen{1'00}});
    EXPECT_EQ(std::get<Rejection>(try_to_sell(basket({{pork}}), in_nine_parts)).code, RejectionCode::line_invalid);
    EXPECT_EQ(outbox().queued_count(), 0U);
}

TEST_F(TillTest, tellsTheCashierBeforeTheDrawerOpensThatAnOrderIsTooLong) {
    connect();
    auto whole_office = basket({});
    for (std::size_t i = 0; i < max_order_lines; ++i) {
        BasketLine line{pork};
        line.note = std::string(max_note_bytes, 'n');
        whole_office.lines.push_back(line);
    }
    EXPECT_EQ(std::get<Rejection>(try_to_sell(whole_office, {})).code, RejectionCode::too_large);
    EXPECT_EQ(outbox().queued_count(), 0U);
    whole_office.lines.resize(max_order_lines / 2);
    EXPECT_TRUE(std::holds_alternative<SaleQueued>(try_to_sell(whole_office, {})));
}

TEST_F(TillTest, asksALiveServerAndHearsThatItIsCommitted) {
    connect();
    const auto sale = sell(basket({{pork}}));
    EXPECT_TRUE(sale.asked);
    run_for(moment);
    EXPECT_EQ(story_of(sale.draft.id), "queued committed");
    ASSERT_EQ(server.decided.size(), 1U);
    const auto& ask = std::get<PlaceOrder>(server.decided[0].body);
    EXPECT_EQ(ask.order, sale.draft);
    EXPECT_EQ(ask.tenders, (std::vector<Tender>{{TenderKind::cash, {12'00}, ""}}));
    EXPECT_EQ(ask.answer_by, seller().server_time(now) - moment + till_answer_wait);
    EXPECT_EQ(outbox().queued_count(), 0U);
}

TEST_F(TillTest, roundsWhatIsTakenInCashAndNothingElse) {
    connect();
    sell(basket({{rice, 1, 101}}), TenderKind::cash);    // 2.00
    sell(basket({{rice, 1, 103}}), TenderKind::cash);    // 2.04
    sell(basket({{rice, 1, 103}}), TenderKind::wechat);  // 2.04
    run_for(moment);
    std::vector<Fen> taken;
    for (const auto& c : server.decided) taken.push_back(std::get<PlaceOrder>(c.body).tenders[0].amount);
    EXPECT_EQ(taken, (std::vector<Fen>{{2'00}, {2'00}, {2'04}}));
}

TEST_F(TillTest, givesPickupNumbersWithoutGapAlsoAcrossARestart) {
    connect();
    EXPECT_EQ(to_string(sell(basket({{pork}})).draft.pickup), "A001");
    run_for(moment);
    restart();
    EXPECT_EQ(to_string(sell(basket({{pork}})).draft.pickup), "A002");
}

TEST_F(TillTest, tellsTheCashierNoBeforeTheDrawerOpens) {
    server.decide = sold_out;
    connect();
    const auto sale = sell(basket({{pork}}));
    run_for(long_wait);
    EXPECT_EQ(story_of(sale.draft.id), "queued sold_out");
    EXPECT_EQ(server.decided.size(), 1U);
    EXPECT_TRUE(outbox().notices().empty());
}

TEST_F(TillTest, statesTheSaleAtOnceWhenTheServerIsAway) {
    connect();
    reach_server(false);
    const auto sale = sell(basket({{pork}}));
    EXPECT_FALSE(sale.asked);
    run_for(moment);
    EXPECT_EQ(story_of(sale.draft.id), "queued");
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued committed");
    EXPECT_TRUE(is<RecordSale>(server.decided.at(0)));
}

TEST_F(TillTest, sellsOnFromTheLastPictureAfterAStartWithoutAServer) {
    connect();
    run_for(save_picture_every);
    seller().save(now);
    reach_server(false);
    restart();
    const auto sale = sell(basket({{set_meal}}, member_number));
    EXPECT_EQ(sale.draft.shown.to_pay, (Fen{9'00}));
    EXPECT_EQ(sell(basket({{set_meal}}, member_number)).draft.shown.to_pay, (Fen{15'00}));
}

TEST_F(TillTest, grantsARightOnceAlsoAcrossARestartOfTheTill) {
    connect();
    seller().save(now);
    reach_server(false);
    sell(basket({{set_meal}}, member_number));
    restart();
    EXPECT_EQ(sell(basket({{set_meal}}, member_number)).draft.shown.to_pay, (Fen{15'00}));
}

// The answer is lost, the till gives up and states the sale; the server has it twice and answers both.
TEST_F(TillTest, completesAnAcceptedAskWhoseAnswerWasLost) {
    connect();
    lose_answers();
    const auto sale = sell(basket({{pork}}));
    run_for(till_answer_wait + moment);
    EXPECT_EQ(story_of(sale.draft.id), "queued stated");
    cut();
    mend();
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued stated committed committed");
    ASSERT_EQ(server.decided.size(), 2U);
    EXPECT_EQ(std::get<RecordSale>(server.decided[1].body).order, std::get<PlaceOrder>(server.decided[0].body).order);
    EXPECT_EQ(outbox().queued_count(), 0U);
}

TEST_F(TillTest, statesASaleWhoseAskNeverArrived) {
    server.decide = [&](const Command& c, Seq next) -> FakeServer::Outcome {
        const auto* ask = std::get_if<PlaceOrder>(&c.body);
        if (ask && server.now > ask->answer_by) return Rejection{RejectionCode::ask_expired, {}, {}};
        return Committed{next, {}};
    };
    connect();
    lose_entries();
    const auto sale = sell(basket({{pork}}));
    run_for(till_answer_wait + moment);
    cut();
    mend();
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued stated committed");
    EXPECT_EQ(outbox().queued_count(), 0U);
    EXPECT_TRUE(outbox().notices().empty());
}

// The till ended before the ask was answered: the answer decides, and if nobody can have decided in time, the sale is
// stated.
TEST_F(TillTest, statesAnExpiredAskOfAnEarlierRun) {
    server.decide = [&](const Command& c, Seq next) -> FakeServer::Outcome {
        if (is<PlaceOrder>(c)) return Rejection{RejectionCode::ask_expired, {}, {}};
        return Committed{next, {}};
    };
    connect();
    lose_entries();
    const auto sale = sell(basket({{pork}}));
    const auto sold_at = seller().server_time(now);
    restart();
    mend();
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued stated committed");
    EXPECT_EQ(std::get<RecordSale>(server.decided.back().body).sold_at, sold_at);
}

TEST_F(TillTest, listsARefusalThatComesAfterTheTillWasRestarted) {
    server.decide = sold_out;
    connect();
    lose_answers();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    restart();
    mend();
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued sold_out");
    ASSERT_EQ(outbox().notices().size(), 1U);
    EXPECT_EQ(outbox().notices()[0].order, sale.draft.id);
}

TEST_F(TillTest, keepsTheStatementWhenTheRefusalComesTooLate) {
    server.decide = [&](const Command& c, Seq next) -> FakeServer::Outcome {
        if (is<PlaceOrder>(c)) return sold_out(c, next);
        return Committed{next, {{ExceptionCode::oversold, {}, {}}}};
    };
    connect();
    lose_answers();
    const auto sale = sell(basket({{pork}}));
    run_for(till_answer_wait + moment);
    cut();
    mend();
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued stated committed");
    EXPECT_EQ(outbox().notices().size(), 1U);  // oversold
}

TEST_F(TillTest, bringsAnHourOfSalesToTheServerInOrder) {
    connect();
    reach_server(false);
    std::vector<OrderId> sold;
    for (int i = 0; i < 100; ++i) {
        sold.push_back(sell(basket({{pork}})).draft.id);
        run_for(milliseconds{100});
    }
    connect();
    ASSERT_EQ(server.decided.size(), sold.size());
    for (std::size_t i = 0; i < sold.size(); ++i)
        EXPECT_EQ(std::get<RecordSale>(server.decided[i].body).order.id, sold[i]);
    EXPECT_EQ(outbox().queued_count(), 0U);
}

TEST_F(TillTest, sendsAgainWhatARestoredServerLost) {
    connect();
    std::vector<OrderId> sold{sell(basket({{pork}})).draft.id};
    run_for(moment);
    const auto backup = server.backup();
    sold.push_back(sell(basket({{pork}})).draft.id);
    run_for(moment);
    reach_server(false);
    sold.push_back(sell(basket({{pork}})).draft.id);
    server.restore(backup);
    connect();
    EXPECT_EQ(decided_of(sold[0]), 0U);  // it was in the backup
    EXPECT_EQ(decided_of(sold[1]), 1U);
    EXPECT_EQ(decided_of(sold[2]), 1U);
    EXPECT_EQ(outbox().queued_count(), 0U);
}

// Long after the restore the ask has expired, yet it was accepted once: the sale is stated.
TEST_F(TillTest, statesAnAcceptedSaleThatARestoredServerRefuses) {
    connect();
    const auto backup = server.backup();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    ASSERT_EQ(story_of(sale.draft.id), "queued committed");
    reach_server(false);
    server.restore(backup);
    server.decide = [&](const Command& c, Seq next) -> FakeServer::Outcome {
        if (is<PlaceOrder>(c)) return Rejection{RejectionCode::ask_expired, {}, {}};
        return Committed{next, {}};
    };
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued committed stated committed");
    ASSERT_EQ(server.decided.size(), 2U);
    EXPECT_TRUE(is<RecordSale>(server.decided.back()));
}

// A sale that a restored server refuses, for whatever reason, was paid and eaten.
TEST_F(TillTest, statesAnAcceptedSaleThatARestoredServerHasNoPortionsFor) {
    connect();
    const auto backup = server.backup();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    reach_server(false);
    server.restore(backup);
    server.decide = [&](const Command& c, Seq next) -> FakeServer::Outcome {
        if (is<PlaceOrder>(c)) return sold_out(c, next);
        return Committed{next, {}};
    };
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued committed stated committed");
}

TEST_F(TillTest, doesNotStateAfterARestoreWhatTheGuestWasRefused) {
    connect();
    const auto backup = server.backup();
    server.decide = sold_out;
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    reach_server(false);
    server.restore(backup);
    server.decide = [](const Command&, Seq) -> FakeServer::Outcome {
        return Rejection{RejectionCode::ask_expired, {}, {}};
    };
    connect();
    EXPECT_EQ(story_of(sale.draft.id), "queued sold_out");
    EXPECT_EQ(server.decided.size(), 1U);
}

TEST_F(TillTest, takesAnOrderBack) {
    connect();
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    EXPECT_EQ(seller().cancel(sale.draft.id, now).how, TakingBack::asked);
    run_for(moment);
    EXPECT_EQ(story_of(sale.draft.id), "queued committed cancelled");
    EXPECT_TRUE(is<CancelOrder>(server.decided.back()));
    EXPECT_EQ(seller().cancel(sale.draft.id, now).how, TakingBack::unknown);
    EXPECT_EQ(seller().cancel(OrderId{Bytes16{1}}, now).how, TakingBack::unknown);
}

TEST_F(TillTest, survivesLostDoubledAndDelayedFramesAndRestarts) {
    constexpr int sales = 60;
    std::vector<OrderId> sold;
    connect();
    int frames = 0;
    pass_up = [&](const ClientMessage& m) { return !std::holds_alternative<Submit>(m) || ++frames % 7 != 0; };
    pass_down = [&](const ServerMessage& m) { return !std::holds_alternative<Answer>(m) || ++frames % 5 != 0; };
    for (int i = 0; i < sales; ++i) {
        sold.push_back(sell(basket({{pork}})).draft.id);
        run_for(milliseconds{700});
        if (i % 13 == 12) cut();
        if (i % 17 == 16) restart();
    }
    mend();
    cut();
    connect();
    run_for(long_wait);
    EXPECT_EQ(outbox().queued_count(), 0U);
    for (auto order : sold) {
        EXPECT_GE(decided_of(order), 1U);
        EXPECT_NE(story_of(order).find("committed"), std::string::npos);
    }
    EXPECT_EQ(server.till().last_device_seq, outbox().head().device_seq);
    EXPECT_EQ(server.till().last_hash, outbox().head().hash);
}

}  // namespace
}  // namespace canteen::till::test
