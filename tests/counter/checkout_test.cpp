// One sale at a counter, whatever happens between the tap on Pay and the answer.
#include <gtest/gtest.h>

#include "tests/counter/page_bench.h"

namespace canteen::till::test {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds a_while{30'000};

class CheckoutTest : public PageBench, public testing::Test {
protected:
    void SetUp() override { connect(); }
    void lose_answers_of_server() {
        pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    }
    void let_answers_through() {
        pass_down = [](const ServerMessage&) { return true; };
    }
};

TEST_F(CheckoutTest, sellsWhatStandsInTheBasketAndShowsTheChange) {
    add(pork);
    add(pork);
    EXPECT_EQ(view().basket().to_pay_fen(), 24'00);
    EXPECT_FALSE(pay({50'00}).has_refused());
    run_for(moment);
    EXPECT_EQ(view().sale().stage(), v1::SALE_SOLD);
    EXPECT_TRUE(view().sale().committed());
    EXPECT_EQ(view().sale().change_fen(), 26'00);
    EXPECT_EQ(view().basket().rows_size(), 0);
    EXPECT_EQ(sales_decided(), 1U);
}

TEST_F(CheckoutTest, sellsNothingTwiceWhenPayIsTappedTwiceOrOnTwoPages) {
    add(pork);
    const auto tap = pay_frame();
    auto of_another_page = tap;
    of_another_page.set_action_id("another page's 1");
    act(tap);
    act(tap);
    EXPECT_FALSE(act(of_another_page).has_refused()) << "it is sold: nothing is wrong";
    run_for(a_while);
    EXPECT_EQ(sales_decided(), 1U);
}

TEST_F(CheckoutTest, sellsNoBasketThatThePageSawOtherwise) {
    add(pork);
    const auto seen = pay_frame();
    add(greens);
    EXPECT_EQ(act(seen).refused().name(), "basket_changed");
    EXPECT_EQ(sales_decided(), 0U);
}

TEST_F(CheckoutTest, goesOnWaitingWhenItsProcessEndsWhileTheServerIsAsked) {
    add(pork);
    lose_answers_of_server();
    pay({20'00});
    EXPECT_EQ(view().sale().stage(), v1::SALE_ASKING);
    kill();
    let_answers_through();
    EXPECT_EQ(view().sale().stage(), v1::SALE_ASKING);
    run_for(a_while);
    EXPECT_EQ(view().sale().stage(), v1::SALE_SOLD);
    EXPECT_EQ(view().sale().change_fen(), 8'00);
    EXPECT_EQ(sales_decided(), 1U);
}

TEST_F(CheckoutTest, statesTheSaleWhenItsProcessEndedAndTheServerStaysAway) {
    add(pork);
    lose_answers_of_server();
    pay();
    reach_server(false);
    kill();
    run_for(a_while);
    EXPECT_EQ(view().sale().stage(), v1::SALE_SOLD) << "stated, as it would have been without the end";
    EXPECT_FALSE(view().sale().committed());
    let_answers_through();
    connect();
    EXPECT_EQ(sales_decided(), 1U);
    EXPECT_TRUE(view().sale().committed());
}

TEST_F(CheckoutTest, setsTheBasketBackWhenTheServerRefuses) {
    server.decide = [](const Command&, Seq) -> FakeServer::Outcome {
        return Rejection{RejectionCode::sold_out, {{"dish", "101"}, {"left", "0"}}, {}};
    };
    add(pork);
    const auto sold_id = view().basket().basket_id();
    pay();
    run_for(moment);
    EXPECT_EQ(view().sale().stage(), v1::SALE_STAGE_UNSPECIFIED);
    EXPECT_EQ(view().basket().rows_size(), 1);
    EXPECT_EQ(view().basket().problem().name(), "sold_out");
    EXPECT_NE(view().basket().basket_id(), sold_id);
    server.decide = [](const Command&, Seq next) -> FakeServer::Outcome { return Committed{next, {}}; };
    EXPECT_FALSE(pay().has_refused());
    run_for(moment);
    EXPECT_EQ(view().sale().stage(), v1::SALE_SOLD);
}

TEST_F(CheckoutTest, sellsAtTheServersNewSumsOnlyOnceTheGuestAgreed) {
    server.decide = [](const Command& command, Seq next) -> FakeServer::Outcome {
        const auto& ask = std::get<PlaceOrder>(command.body);
        const Sums now_dearer{Fen{13'00}, {}, {}, Fen{13'00}};
        if (ask.order.shown == now_dearer) return Committed{next, {}};
        return Rejection{RejectionCode::price_changed, {}, now_dearer};
    };
    add(pork);
    pay();
    run_for(moment);
    EXPECT_TRUE(view().basket().price_changed());
    EXPECT_EQ(view().basket().to_pay_fen(), 13'00);
    EXPECT_EQ(pay().refused().name(), "price_not_agreed");
    act([&](v1::PageFrame& f) { f.mutable_agree_price()->set_basket_id(view().basket().basket_id()); });
    EXPECT_FALSE(pay().has_refused());
    run_for(moment);
    EXPECT_EQ(view().sale().to_pay_fen(), 13'00);
    EXPECT_TRUE(view().sale().committed());
}

TEST_F(CheckoutTest, saysHowMuchCashIsShort) {
    add(pork);
    const auto answer = pay({10'00});
    EXPECT_EQ(answer.refused().name(), "given_short");
    EXPECT_EQ(answer.refused().params(0).value(), "200");
    EXPECT_EQ(view().basket().rows_size(), 1);
}

TEST_F(CheckoutTest, printsOneReceiptForASubsidisedSaleAlsoWhenItsProcessEnds) {
    type(member_number);
    add(pork);
    pay();
    run_for(moment);
    EXPECT_EQ(tray.count(PrintKind::guest_receipt), 1U);
    EXPECT_EQ(tray.count(PrintKind::drawer), 1U);
    kill();
    EXPECT_EQ(tray.order.size(), 2U) << "neither paper nor drawer again";
}

// No screen of the kitchen listens in this test: paper tells it, and the server is told so.
TEST_F(CheckoutTest, tellsTheKitchenByPaperWhatNoScreenShowsAndSaysSoToTheServer) {
    act([](v1::PageFrame& f) { f.mutable_set_printer()->set_address("printer.lan"); });
    reach_server(false);
    run_for(a_while);
    add(noodles);
    pay();
    EXPECT_EQ(tray.count(PrintKind::kitchen_slip), 1U);
    connect();
    const auto& stated = std::get<RecordSale>(server.decided.back().body);
    EXPECT_TRUE(stated.kitchen_told) << "nothing is cooked twice";
    add(noodles);
    pay();
    run_for(moment);
    EXPECT_TRUE(std::get<PlaceOrder>(server.decided.back().body).kitchen_told);
    EXPECT_EQ(tray.count(PrintKind::kitchen_slip), 2U);
}

TEST_F(CheckoutTest, leavesTheKitchenToTheServerWithoutAPrinter) {
    add(noodles);
    pay();
    run_for(moment);
    EXPECT_FALSE(std::get<PlaceOrder>(server.decided.back().body).kitchen_told);
    EXPECT_EQ(tray.count(PrintKind::kitchen_slip), 0U);
}

}  // namespace
}  // namespace canteen::till::test
