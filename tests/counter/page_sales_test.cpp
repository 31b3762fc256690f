// Sales of this till looked up again, and money going back.
#include <gtest/gtest.h>

#include "tests/counter/page_bench.h"

namespace canteen::till::test {
namespace {

class PageSalesTest : public PageBench, public testing::Test {
protected:
    void SetUp() override { connect(); }
    std::string sell_pork() {
        add(pork);
        pay();
        run_for(moment);
        return view().sale().order_id();
    }
    v1::SalesPart list(const std::string& text) {
        act([&](v1::PageFrame& f) { f.mutable_list_sales()->set_text(text); });
        return view().sales();
    }
    v1::ActionAnswer give_back(const std::string& order, std::uint32_t line = 0) {
        return act([&](v1::PageFrame& f) {
            auto& wanted = *f.mutable_give_back();
            wanted.set_order_id(order);
            wanted.set_reason(v1::GUEST_ASKED);
            if (line == 0) return;
            wanted.add_lines()->set_line_id(line);
            wanted.mutable_lines(0)->set_amount(1);
        });
    }
};

TEST_F(PageSalesTest, findsASaleByNumberTimeSumAndName) {
    sell_pork();
    act([](v1::PageFrame& f) { f.mutable_next_guest(); });
    type(member_number);
    add(greens);
    pay();
    run_for(moment);
    EXPECT_EQ(list("").sales_size(), 2);
    EXPECT_EQ(list("").sales(0).pickup(), "A002") << "the newest first";
    EXPECT_EQ(list("a001").sales_size(), 1);
    EXPECT_EQ(list("12.00").sales(0).to_pay_fen(), 12'00);
    EXPECT_EQ(list("12:00").sales_size(), 2);
    EXPECT_EQ(list("99.99").sales_size(), 0);
}

TEST_F(PageSalesTest, handsMoneyBackOnlyWhenTheServerSaidSo) {
    const auto order = sell_pork();
    EXPECT_FALSE(give_back(order, 1).has_refused());
    EXPECT_EQ(view().refund().stage(), "asked");
    run_for(moment);
    EXPECT_EQ(view().refund().stage(), "done");
}

TEST_F(PageSalesTest, takesASaleBackByItselfThatTheServerNeverSaw) {
    reach_server(false);
    run_for(std::chrono::milliseconds{30'000});
    const auto order = sell_pork();
    EXPECT_FALSE(give_back(order).has_refused());
    EXPECT_EQ(view().refund().stage(), "done");
    EXPECT_EQ(view().refund().back(0).amount_fen(), 12'00);
    EXPECT_EQ(list("").sales(0).state(), "cancelled");
    EXPECT_EQ(list("").sales(0).refunded_fen(), 12'00);
    EXPECT_EQ(give_back(order).refused().name(), "sale_unknown") << "not a second time";
}

TEST_F(PageSalesTest, saysThatOnlyTheServerKnowsWhatIsLeft) {
    const auto order = sell_pork();
    reach_server(false);
    run_for(std::chrono::milliseconds{30'000});
    EXPECT_EQ(give_back(order, 1).refused().name(), "server_needed");
}

// A refund that is only asked for gave nothing yet; one of all gives what is left.
TEST_F(PageSalesTest, saysWhatCameBackOfASaleLineByLine) {
    server.decide = [](const Command& command, Seq seq) -> FakeServer::Outcome {
        Committed committed{seq, {}};
        const auto* refund = std::get_if<Refund>(&command.body);
        if (refund) committed.paid_back = {{TenderKind::cash, refund->lines.empty() ? Fen{16'00} : Fen{12'00}, ""}};
        return committed;
    };
    add(pork);
    add(pork);
    add(greens);
    pay();
    run_for(moment);
    const auto order = view().sale().order_id();
    give_back(order, 1);
    EXPECT_EQ(list("").sales(0).refunded_size(), 0);
    run_for(moment);
    const auto part = list("").sales(0);
    EXPECT_EQ(part.refunded_fen(), 12'00);
    ASSERT_EQ(part.refunded_size(), 1);
    EXPECT_EQ(part.refunded(0).line_id(), 1U);
    EXPECT_EQ(part.refunded(0).amount(), 1U);
    give_back(order);
    run_for(moment);
    const auto all = list("").sales(0);
    EXPECT_EQ(all.refunded_fen(), 28'00);
    ASSERT_EQ(all.refunded_size(), 2);
    EXPECT_EQ(all.refunded(0).amount(), 2U);
    EXPECT_EQ(all.refunded(1).amount(), 1U);
}

TEST_F(PageSalesTest, saysWhatARefusedRefundDidNotGive) {
    const auto order = sell_pork();
    server.decide = [](const Command&, Seq) -> FakeServer::Outcome {
        return Rejection{RejectionCode::nothing_left, {}, {}};
    };
    give_back(order, 1);
    run_for(moment);
    EXPECT_EQ(view().refund().stage(), "refused");
    EXPECT_EQ(list("").sales(0).refunded_fen(), 0);
}

TEST_F(PageSalesTest, saysWhoSoldIt) {
    sell_pork();
    const StaffId li{Bytes16{41}};
    server.staff = {{StaffMember{li, "李收银", {StaffRole::cashier}, {}}, {}}};
    cut();
    connect();
    seller().set_person(staff_person(li));
    sell(basket({{greens}}));
    EXPECT_EQ(list("").sales(0).cashier(), "李收银");
    EXPECT_EQ(list("").sales(1).cashier(), "") << "nobody had logged in";
}

// Whoever ate here an hour ago is told from somebody of the same name.
TEST_F(PageSalesTest, tellsGuestsOfOneNameApartByTheirLastVisit) {
    auto chen = member_sheet(), other = member_sheet();
    chen.name = other.name = "陈淑芬";
    other.member = {Bytes16{2}};
    other.member_number = "1002";
    server.sheets = {guest_sheet(), chen, other};
    cut();
    connect();
    type(member_number);
    act([](v1::PageFrame& f) { f.mutable_set_mode()->set_mode(v1::TAKEAWAY); });
    const auto at = seller().server_time(now);
    sell_pork();
    act([](v1::PageFrame& f) { f.mutable_next_guest(); });
    type("陈淑芬");
    const auto guests = view().candidates();
    ASSERT_EQ(guests.guests_size(), 2);
    EXPECT_GE(guests.guests(0).last_visit_ms(), at.ms);
    EXPECT_EQ(guests.guests(0).last_visit_mode(), "takeaway");
    EXPECT_FALSE(guests.guests(0).last_visit_doubtful());
    EXPECT_EQ(guests.guests(1).last_visit_ms(), 0) << "never bought here";
    reach_server(false);
    EXPECT_TRUE(view().candidates().guests(0).last_visit_doubtful()) << "may have been served elsewhere since";
    EXPECT_FALSE(view().candidates().guests(1).last_visit_doubtful());
}

TEST_F(PageSalesTest, printsTheNewestSaleThatStandsAgain) {
    const auto stands = sell_pork();
    act([](v1::PageFrame& f) { f.mutable_next_guest(); });
    reach_server(false);
    run_for(std::chrono::milliseconds{30'000});
    give_back(sell_pork());
    ASSERT_EQ(list("").sales(0).state(), "cancelled");
    EXPECT_FALSE(act([](v1::PageFrame& f) { f.mutable_reprint(); }).has_refused());
    EXPECT_EQ(tray.order.back().kind, PrintKind::guest_receipt);
    EXPECT_EQ(as_view(tray.order.back().about), stands);
}

TEST_F(PageSalesTest, printsAgainAndFindsNoPaperWithoutAPrinter) {
    const auto order = sell_pork();
    const auto reprint = [&] { return act([&](v1::PageFrame& f) { f.mutable_reprint()->set_order_id(order); }); };
    EXPECT_FALSE(reprint().has_refused()) << "a cash sale had no receipt: it gets its first";
    EXPECT_EQ(tray.count(PrintKind::guest_receipt), 1U);
    reprint();
    EXPECT_EQ(tray.order.size(), 3U) << "drawer, receipt, copy";
    tray = FakeTray{};
    tray.is_there = false;
    EXPECT_EQ(reprint().refused().name(), "no_printer");
}

}  // namespace
}  // namespace canteen::till::test
