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
    EXPECT_EQ(give_back(order).refused().name(), "sale_unknown") << "not a second time";
}

TEST_F(PageSalesTest, saysThatOnlyTheServerKnowsWhatIsLeft) {
    const auto order = sell_pork();
    reach_server(false);
    run_for(std::chrono::milliseconds{30'000});
    EXPECT_EQ(give_back(order, 1).refused().name(), "server_needed");
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
