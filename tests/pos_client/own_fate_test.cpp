// Older sales wait on the till when a new one is made, and the server comes back at any moment: each sale hears its own
// outcome, and none of another's.
#include <gtest/gtest.h>

#include <map>

#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

using std::chrono::milliseconds;

class OwnFate : public TillBench, public testing::Test {
protected:
    OwnFate() {
        hear = [this](const News& news) { heard_[question_of(news)].push_back(news); };
        connect();
        server.decide = [this](const Command& command, Seq next) { return decided_of(command, next); };
    }

    // Refuses asks of another dish as sold out; commits all else.
    FakeServer::Outcome decided_of(const Command& command, Seq next) {
        const auto* ask = std::get_if<PlaceOrder>(&command.body);
        const auto* sale = std::get_if<RecordSale>(&command.body);
        if (ask && server.now > ask->answer_by) return Rejection{RejectionCode::ask_expired, {}, {}};
        if (ask && ask->order.lines.at(0).dish == greens) return Rejection{RejectionCode::sold_out, {}, {}};
        if (ask || sale) row_of_[(ask ? ask->order : sale->order).id] = next;
        return Committed{next, {}};
    }

    template <class Kind>
    std::vector<Kind> heard(const Question& question) const {
        std::vector<Kind> all;
        const auto found = heard_.find(question);
        if (found == heard_.end()) return all;
        for (const auto& news : found->second)
            if (const auto* kind = std::get_if<Kind>(&news)) all.push_back(*kind);
        return all;
    }

    void expect_its_own_row(const SaleQueued& sale) {
        const auto committed = heard<SaleCommitted>(sale.draft.id);
        ASSERT_FALSE(committed.empty());
        EXPECT_EQ(committed.back().seq, row_of_.at(sale.draft.id));
    }

    std::map<Question, std::vector<News>> heard_;
    std::map<OrderId, Seq> row_of_;
};

TEST_F(OwnFate, isHeardWheneverTheServerComesBack) {
    constexpr int longest_wait = 12;  // steps of the bench before the new sale is made
    for (int waiting = 0; waiting <= 4; ++waiting) {
        for (int steps = 0; steps < longest_wait; ++steps) {
            reach_server(false);
            std::vector<SaleQueued> sales;
            for (int i = 0; i < waiting; ++i) sales.push_back(sell(basket({{pork}})));
            run_for(reconnect_longest);
            reach_server(true);
            for (int tries = 0; !seller().upstream().live() && tries < 300; ++tries) run_for(step);
            for (int i = 0; i < steps; ++i) run_for(step);
            sales.push_back(sell(basket({{pork}})));
            sales.push_back(sell(basket({{noodles}})));
            run_for(till_answer_wait + moment);
            for (const auto& sale : sales) expect_its_own_row(sale);
        }
    }
}

TEST_F(OwnFate, isARefusalOnlyOfTheSaleThatWasRefused) {
    const auto sold = sell(basket({{pork}}));
    const auto refused = sell(basket({{greens}}));
    run_for(moment);
    EXPECT_TRUE(heard<SaleRefused>(sold.draft.id).empty());
    EXPECT_EQ(heard<SaleRefused>(refused.draft.id).size(), 1U);
    EXPECT_TRUE(heard<SaleCommitted>(refused.draft.id).empty());
    expect_its_own_row(sold);
}

TEST_F(OwnFate, ofARefundIsNotThatOfAnEarlierOneOfTheSameOrder) {
    const auto sale = sell(basket({{pork, 3}}));
    run_for(moment);
    std::vector<Tender> back{{TenderKind::cash, {12'00}, ""}};
    server.decide = [&](const Command&, Seq next) -> FakeServer::Outcome {
        const Committed committed{next, {}, back};
        back.front().amount = Fen{24'00};
        return committed;
    };
    pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    const auto first = seller().refund(sale.draft.id, {{LineId{1}, 1}}, RefundReason::quality, now);
    run_for(moment);
    cut();
    pass_down = [](const ServerMessage&) { return true; };
    restart();  // the first command has ended without an answer
    connect();
    const auto second = seller().refund(sale.draft.id, {{LineId{1}, 2}}, RefundReason::quality, now);
    run_for(moment);
    ASSERT_TRUE(first && second);
    ASSERT_EQ(heard<RefundCommitted>(*first).size(), 1U);
    ASSERT_EQ(heard<RefundCommitted>(*second).size(), 1U);
    EXPECT_EQ(heard<RefundCommitted>(*first)[0].paid_back[0].amount, Fen{12'00});
    EXPECT_EQ(heard<RefundCommitted>(*second)[0].paid_back[0].amount, Fen{24'00});
}

TEST_F(OwnFate, ofACancellationIsNotThatOfAnEarlierOne) {
    const auto sale = sell(basket({{pork}}));
    run_for(moment);
    bool is_cancelled = false;
    server.decide = [&](const Command& command, Seq next) -> FakeServer::Outcome {
        const bool again = std::holds_alternative<CancelOrder>(command.body) && std::exchange(is_cancelled, true);
        if (again) return Rejection{RejectionCode::order_cancelled, {}, {}};
        return Committed{next, {}};
    };
    pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    const auto first = seller().cancel(sale.draft.id, now), second = seller().cancel(sale.draft.id, now);
    run_for(moment);
    cut();
    pass_down = [](const ServerMessage&) { return true; };
    connect();
    run_for(moment);
    ASSERT_EQ(first.how, TakingBack::asked);
    ASSERT_EQ(second.how, TakingBack::asked);
    EXPECT_EQ(heard<CancelCommitted>(first.question).size(), 1U);
    EXPECT_EQ(heard<CancelRefused>(second.question).size(), 1U);
    EXPECT_EQ(outbox().order(sale.draft.id)->state, SaleState::cancelled) << "it stays taken back";
}

}  // namespace
}  // namespace canteen::till::test
