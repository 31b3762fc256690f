// A till's shift, its drawer and who stands behind it: facts on its own disk, with a server or without.
#include <gtest/gtest.h>

#include "pos-client/core/shift_tally.h"
#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

class TillShiftTest : public TillBench, public testing::Test {
protected:
    ShiftId open(Fen fen) { return std::get<ShiftId>(seller().open_shift(li, {fen, {}}, now)); }
    template <class Body>
    std::vector<Body> decided() const {
        std::vector<Body> found;
        for (const auto& command : server.decided)
            if (const auto* body = std::get_if<Body>(&command.body)) found.push_back(*body);
        return found;
    }
    ShiftTally tally() { return tally_of(outbox(), *seller().open_shift()); }
    const StaffId li{Bytes16{41}}, wang{Bytes16{42}};
    static Basket one_pork() { return basket({{pork}}, ""); }
};

TEST_F(TillShiftTest, expectsTheFloatAndAllCashThatCameAndWent) {
    connect();
    open({300'00});
    EXPECT_EQ(seller().expected_cash(), Fen{300'00});
    sell(one_pork());
    const auto back = sell(one_pork());
    sell(one_pork(), TenderKind::unionpay);
    run_for(moment);
    EXPECT_EQ(seller().expected_cash(), Fen{324'00});
    seller().cancel(back.draft.id, now);
    run_for(moment);
    EXPECT_EQ(seller().expected_cash(), Fen{312'00});
    seller().move_drawer(DrawerMoveKind::pay_out, {5'00}, "冰", now);
    seller().move_drawer(DrawerMoveKind::safe_drop, {200'00}, "", now);
    seller().top_up(member, {TenderKind::cash, {50'00}, ""}, now);
    EXPECT_EQ(seller().expected_cash(), Fen{157'00});
    seller().close_shift({{157'00}, {}}, 0, now);
    run_for(moment);
    ASSERT_EQ(decided<CloseShift>().size(), 1U);
    EXPECT_EQ(decided<CloseShift>().front().expected, Fen{157'00});
}

TEST_F(TillShiftTest, whatIsWeighedIsOnePortionThatIsBackOnceAllOfItIs) {
    connect();
    open({100'00});
    const auto sale = sell(basket({{pork}, {rice, 1, 250}}, ""));
    run_for(moment);
    seller().refund(sale.draft.id, {{LineId{2}, 100}}, RefundReason::quality, now);
    run_for(moment);
    EXPECT_EQ(tally().portions_back, 0U);
    seller().refund(sale.draft.id, {{LineId{2}, 150}}, RefundReason::quality, now);
    run_for(moment);
    EXPECT_EQ(tally().portions_sold, 2U);
    EXPECT_EQ(tally().portions_back, 1U);
}

TEST_F(TillShiftTest, ofASaleThatCameBackWholeNoPayerBearsAnything) {
    connect();
    open({100'00});
    const auto sale = sell(basket({{pork}, {greens}}, member_number));
    run_for(moment);
    EXPECT_EQ(tally().payers["city"], (Tallied{1, {6'00}}));
    seller().refund(sale.draft.id, {}, RefundReason::guest_asked, now);
    run_for(moment);
    EXPECT_EQ(tally().payers["city"], Tallied{});
    EXPECT_EQ(tally().portions_back, 2U);
}

TEST_F(TillShiftTest, aSaleOfAnEarlierShiftIsGivenBackOutOfTheDrawerOfToday) {
    connect();
    reach_server(false);
    open({100'00});
    const auto sale = sell(one_pork());
    seller().close_shift({{112'00}, {}}, 0, now);
    const auto later = open({112'00});
    EXPECT_EQ(seller().cancel(sale.draft.id, now).how, TakingBack::done);
    EXPECT_EQ(seller().expected_cash(), Fen{100'00});
    connect();
    ASSERT_TRUE(decided<RecordSale>().back().taken_back);
    EXPECT_EQ(decided<RecordSale>().back().shift, later);
}

TEST_F(TillShiftTest, aSecondShiftIsRefusedAndNoneIsClosedTwice) {
    open({100'00});
    EXPECT_EQ(std::get<Rejection>(seller().open_shift(li, {{0}, {}}, now)).code, RejectionCode::shift_open);
    EXPECT_TRUE(std::holds_alternative<ShiftId>(seller().close_shift({{100'00}, {}}, 0, now)));
    EXPECT_EQ(std::get<Rejection>(seller().close_shift({{100'00}, {}}, 0, now)).code, RejectionCode::no_shift);
}

TEST_F(TillShiftTest, theShiftIsOpenStillAfterAStartAndWhatItDidCutOffArrives) {
    connect();
    seller().save(now);
    reach_server(false);
    const auto shift = open({100'00});
    sell(one_pork());
    restart();
    ASSERT_TRUE(seller().open_shift());
    EXPECT_EQ(seller().open_shift()->id, shift);
    EXPECT_EQ(seller().expected_cash(), Fen{112'00});
    connect();
    ASSERT_EQ(decided<RecordSale>().size(), 1U);
    EXPECT_EQ(decided<RecordSale>().front().shift, shift);
    EXPECT_EQ(decided<OpenShift>().size(), 1U);
}

TEST_F(TillShiftTest, aDrawerIsHandedOverWithOneCount) {
    const auto first = open({100'00});
    seller().close_shift({{99'00}, {}}, 2, now, wang);
    ASSERT_TRUE(seller().open_shift());
    EXPECT_NE(seller().open_shift()->id, first);
    EXPECT_EQ(seller().open_shift()->cashier, wang);
    EXPECT_EQ(seller().expected_cash(), Fen{99'00});
}

TEST_F(TillShiftTest, whoIsLoggedInStandsBehindEveryCommandAndWhoCountersignedBesideThem) {
    connect();
    seller().set_person(staff_person(li));
    open({100'00});
    const auto sale = sell(one_pork());
    run_for(moment);
    seller().refund(sale.draft.id, {}, RefundReason::guest_asked, now, wang);
    run_for(moment);
    ASSERT_EQ(server.decided.size(), 3U);
    EXPECT_EQ(server.decided[1].person, staff_person(li));
    EXPECT_EQ(server.decided[2].person, staff_person(li, wang));
    EXPECT_EQ(std::get<Refund>(server.decided[2].body).shift, seller().open_shift()->id);
}

TEST_F(TillShiftTest, topUpsCutOffHaveABoundAndArriveOnceTheServerIsBack) {
    connect();
    reach_server(false);
    const Tender thousand{TenderKind::cash, most_top_up_offline, ""};
    EXPECT_EQ(std::get<Rejection>(seller().top_up(member, {TenderKind::cash, {1'000'01}, ""}, now)).code,
              RejectionCode::top_up_limit);
    for (int n = 0; n < 5; ++n) EXPECT_TRUE(std::holds_alternative<FactId>(seller().top_up(member, thousand, now)));
    EXPECT_EQ(std::get<Rejection>(seller().top_up(member, {TenderKind::cash, {1}, ""}, now)).code,
              RejectionCode::top_up_limit);
    EXPECT_FALSE(seller().pay_out(member, thousand, now)) << "only the server knows what is there";
    connect();
    EXPECT_EQ(decided<TopUp>().size(), 5U);
    EXPECT_TRUE(decided<TopUp>().front().taken_at);
}

// The server had every top-up in between, but a line that comes and goes does not open the bound again.
TEST_F(TillShiftTest, theBoundOfTopUpsIsOfTheMealAndSurvivesAStart) {
    const auto top_up = [&](Fen fen) { return seller().top_up(member, {TenderKind::cash, fen, ""}, now); };
    for (int n = 0; n < 4; ++n) {
        connect();
        reach_server(false);
        EXPECT_TRUE(std::holds_alternative<FactId>(top_up(most_top_up_offline)));
    }
    seller().save(now);
    restart();
    EXPECT_TRUE(std::holds_alternative<FactId>(top_up({900'00})));
    const auto why = std::get<Rejection>(top_up({100'01}));
    EXPECT_EQ(why.params, (std::vector<Param>{{"most", "100000"}, {"left", "10000"}}));
    now = now + std::chrono::hours{24};
    EXPECT_TRUE(std::holds_alternative<FactId>(top_up(most_top_up_offline))) << "of another day's meal";
}

TEST_F(TillShiftTest, topUpsWithTheServerUseNothingOfThatBound) {
    connect();
    for (int n = 0; n < 6; ++n) {
        seller().top_up(member, {TenderKind::cash, most_top_up_offline, ""}, now);
        run_for(moment);
    }
    reach_server(false);
    EXPECT_TRUE(
        std::holds_alternative<FactId>(seller().top_up(member, {TenderKind::cash, most_top_up_offline, ""}, now)));
}

TEST_F(TillShiftTest, aCardReportedLostStopsHereAtOnceAndAfterAStart) {
    server.sheets[1].cards = {"C0001"};
    connect();
    seller().save(now);
    reach_server(false);
    EXPECT_EQ(seller().replica().member_of_card("C0001"), member);
    seller().report_card_lost(member, "c0001", now);
    EXPECT_TRUE(seller().replica().member_of_card("C0001").is_nil());
    restart();
    EXPECT_TRUE(seller().replica().member_of_card("C0001").is_nil());
    connect();
    EXPECT_EQ(decided<ReportCardLost>().size(), 1U);
}

TEST_F(TillShiftTest, anOlderServerGetsNothingItCannotRead) {
    server.protocol = 2;
    connect();
    sell(one_pork());
    run_for(moment);
    EXPECT_EQ(server.decided.size(), 1U) << "a till without staff sells as before";
    open({100'00});
    sell(one_pork());
    run_for(moment);
    EXPECT_EQ(server.decided.size(), 1U);
    EXPECT_EQ(seller().upstream().trouble(), "server_older");
    EXPECT_EQ(outbox().queued_count(), 2U);
}

TEST_F(TillShiftTest, keepsTheJournalsHeadThatItsOwnServerSignedForASlipCutOff) {
    SigningSeed site{}, stranger{};
    site.fill(1);
    stranger.fill(2);
    server.signing = site;
    server.kitchen_listens = true;
    connect();
    sell(one_pork());
    run_for(std::chrono::milliseconds{6'000});
    ASSERT_TRUE(seller().journal_head());
    EXPECT_EQ(seller().journal_head()->head.seq, 1U);
    EXPECT_TRUE(seller().upstream().kitchen_listens());
    seller().save(now);
    const auto proven = seller().journal_head()->head;
    server.signing = stranger;
    cut();
    sell(one_pork());
    run_for(std::chrono::milliseconds{12'000});
    EXPECT_EQ(seller().upstream().trouble(), "other_head_key");
    EXPECT_EQ(server.decided.size(), 1U) << "it may be anybody: nothing is sent to it";
    EXPECT_EQ(seller().journal_head()->head, proven) << "another key signs for another site";
    reach_server(false);
    EXPECT_FALSE(seller().upstream().kitchen_listens());
    restart();
    ASSERT_TRUE(seller().journal_head());
    EXPECT_EQ(seller().journal_head()->head, proven);
}

TEST_F(TillShiftTest, keepsItsStaffForAStartWithoutTheServer) {
    server.staff = {
        {{li, "李收银", {StaffRole::cashier}, {}}, {{DeviceId{Bytes16{5}}, "for this till"}, {DeviceId{}, "x"}}}};
    connect();
    seller().save(now);
    restart();
    ASSERT_TRUE(seller().replica().staff().contains(li));
    EXPECT_EQ(seller().replica().staff().at(li).sealed_pin, "for this till");
    EXPECT_TRUE(seller().staff().has_staff(day));
}

}  // namespace
}  // namespace canteen::till::test
