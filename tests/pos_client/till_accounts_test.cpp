// Without the server a till takes from members' accounts no more than it was told they hold, and not for ever.
#include <gtest/gtest.h>

#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

using std::chrono::milliseconds;

class SellerAccountsTest : public TillBench, public testing::Test {
protected:
    SellerAccountsTest() { server.balances = {{member, Fen{20'00}, Fen{5'00}, 8}}; }

    std::variant<SaleQueued, Rejection> by_account() {
        return try_to_sell(basket({{pork}}, member_number), {{TenderKind::stored_value}});
    }
    RejectionCode refusal() { return std::get<Rejection>(by_account()).code; }
    bool is_sold() { return std::holds_alternative<SaleQueued>(by_account()); }
    void go_offline() {
        connect();
        seller().save(now);
        reach_server(false);
    }
};

// The first meal costs 12 yuan less 6 of subsidy, the next 12 at full price.
TEST_F(SellerAccountsTest, sellsUpToTheLastKnownBalance) {
    go_offline();
    EXPECT_TRUE(is_sold());
    EXPECT_TRUE(is_sold());
    const auto why = std::get<Rejection>(by_account());
    EXPECT_EQ(why.code, RejectionCode::account_short);
    EXPECT_EQ(why.params, (std::vector<Param>{{"balance", "700"}}));
    EXPECT_EQ(outbox().queued_count(), 2U);
}

TEST_F(SellerAccountsTest, knowsTheBalanceAfterAStartWithoutTheServer) {
    server.balances = {{member, Fen{7'00}, Fen{}, 0}};
    go_offline();
    EXPECT_TRUE(is_sold());
    restart();
    EXPECT_EQ(refusal(), RejectionCode::account_short);
}

TEST_F(SellerAccountsTest, givesTheBalanceBackWithASaleThatIsTakenBack) {
    server.balances = {{member, Fen{7'00}, Fen{}, 0}};
    go_offline();
    const auto sale = std::get<SaleQueued>(by_account());
    EXPECT_EQ(refusal(), RejectionCode::account_short);
    seller().cancel(sale.draft.id, now);
    EXPECT_TRUE(is_sold());
}

TEST_F(SellerAccountsTest, endsAtTheNumberOfSalesInAMeal) {
    server.balances = {{member, Fen{900'00}, Fen{}, 0}};
    server.offline_accounts = OfflineAccounts{2, Fen{500'00}};
    go_offline();
    EXPECT_TRUE(is_sold());
    EXPECT_TRUE(is_sold());
    EXPECT_EQ(refusal(), RejectionCode::offline_limit);
    EXPECT_TRUE(std::holds_alternative<SaleQueued>(try_to_sell(basket({{pork}}), {{TenderKind::cash}})));
}

TEST_F(SellerAccountsTest, endsAtTheSumOfAMealAlsoAcrossARestart) {
    server.balances = {{member, Fen{900'00}, Fen{}, 0}};
    server.offline_accounts = OfflineAccounts{50, Fen{20'00}};
    go_offline();
    EXPECT_TRUE(is_sold());
    EXPECT_TRUE(is_sold());
    restart();
    const auto why = std::get<Rejection>(by_account());
    EXPECT_EQ(why.code, RejectionCode::offline_limit);
    EXPECT_EQ(why.params, (std::vector<Param>{{"sales", "2"}, {"left", "200"}}));
}

TEST_F(SellerAccountsTest, keepsToItsOwnBoundWithAServerThatTellsNone) {
    server.balances.clear();
    server.offline_accounts.reset();
    go_offline();
    for (std::uint32_t i = 0; i < OfflineAccounts{}.most_sales; ++i)
        if (!is_sold()) break;
    EXPECT_EQ(refusal(), RejectionCode::offline_limit);
}

TEST_F(SellerAccountsTest, leavesTheDecisionToAServerThatAnswers) {
    server.balances.clear();
    connect();
    EXPECT_TRUE(is_sold());
}

// The answer is lost: beyond the bound the cashier asks for money, and the server gives back what it may have taken.
TEST_F(SellerAccountsTest, takesBackAnAskNobodyAnsweredThatIsBeyondTheBound) {
    server.balances.clear();
    connect();
    pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    const auto sale = std::get<SaleQueued>(by_account());
    run_for(till_answer_wait + moment);
    EXPECT_EQ(story_of(sale.draft.id), "queued account_short");
    EXPECT_EQ(outbox().order(sale.draft.id)->state, SaleState::cancelled);
    cut();
    pass_down = [](const ServerMessage&) { return true; };
    connect();
    EXPECT_TRUE(std::get<RecordSale>(server.decided.back().body).taken_back);
    EXPECT_EQ(outbox().queued_count(), 0U);
}

// The money lies in this till's drawer, and its entry goes before the sales that spend it.
TEST_F(SellerAccountsTest, spendsWhatWasToppedUpHereWhileCutOff) {
    server.balances = {{member, Fen{7'00}, Fen{}, 0}};
    go_offline();
    EXPECT_TRUE(is_sold());
    EXPECT_EQ(refusal(), RejectionCode::account_short);
    seller().top_up(member, {TenderKind::cash, {20'00}, ""}, now);
    EXPECT_EQ(seller().holding_of(member)->principal, Fen{21'00});
    restart();
    EXPECT_TRUE(is_sold());
    EXPECT_EQ(refusal(), RejectionCode::account_short) << "9 yuan are left";
    EXPECT_EQ(seller().holding_of(MemberId{Bytes16{9}})->principal, Fen{}) << "nobody else's";
}

TEST_F(SellerAccountsTest, countsATopUpOnceAlsoWhenTheServerTellsTheNewBalance) {
    server.balances = {{member, Fen{7'00}, Fen{}, 0}};
    go_offline();
    seller().top_up(member, {TenderKind::cash, {20'00}, ""}, now);
    server.balances = {{member, Fen{27'00}, Fen{}, 0}};
    connect();
    cut();
    connect();
    EXPECT_EQ(seller().holding_of(member)->principal, Fen{27'00});
}

TEST_F(SellerAccountsTest, takesATopUpThatTheServerRefusedOffTheBalance) {
    server.balances = {{member, Fen{7'00}, Fen{}, 0}};
    go_offline();
    seller().top_up(member, {TenderKind::cash, {20'00}, ""}, now);
    server.decide = [](const Command&, Seq) -> FakeServer::Outcome {
        return Rejection{RejectionCode::amount_invalid, {}, {}};
    };
    connect();
    EXPECT_EQ(seller().holding_of(member)->principal, Fen{7'00});
}

TEST_F(SellerAccountsTest, leavesNoBalanceOnTheDiskThatAnotherKeyCouldRead) {
    server.balances = {{member, Fen{1'234'567}, Fen{}, 0}};
    connect();
    seller().save(now);
    const auto kept = outbox().kept("feed.uses.balances").value();
    const auto plain = ProtobufCodec().encode_server(
        FeedFrame{Feed::uses, 0, 0, 0, {}, {}, {}, {}, {}, {}, {}, {}, server.balances}, Encoding::binary);
    EXPECT_EQ(kept.find(plain.substr(plain.size() - 8)), std::string::npos);
    EXPECT_EQ(outbox().kept("sealed.feed.4").value().find(plain.substr(plain.size() - 8)), std::string::npos);
}

}  // namespace
}  // namespace canteen::till::test
