// What a page is told: each part whole, only when it changed, numbered without a gap; and what a guest never sees.
#include "pos-client/page/view_changes.h"

#include <gtest/gtest.h>

#include "tests/counter/page_bench.h"

namespace canteen::till::test {
namespace {

class ViewChangesTest : public PageBench, public testing::Test {
protected:
    void SetUp() override { connect(); }
    ViewChanges changes;
};

TEST_F(ViewChangesTest, tellsAllFirstAndThenOnlyWhatChanged) {
    const auto all = changes.since_last(view());
    ASSERT_TRUE(all);
    EXPECT_EQ(all->number(), 1U);
    EXPECT_TRUE(all->has_menus() && all->has_basket() && all->has_status());
    run_for(std::chrono::milliseconds{100});
    EXPECT_FALSE(changes.since_last(view())) << "the clock alone is no change";
    add(pork);
    const auto tap = changes.since_last(view());
    ASSERT_TRUE(tap);
    EXPECT_EQ(tap->number(), 2U);
    EXPECT_TRUE(tap->has_basket());
    EXPECT_FALSE(tap->has_menus());
}

TEST_F(ViewChangesTest, tellsAPartThatBecameEmpty) {
    add(pork);
    pay();
    run_for(moment);
    changes.since_last(view());
    act([](v1::PageFrame& f) { f.mutable_next_guest(); });
    const auto next = changes.since_last(view());
    ASSERT_TRUE(next && next->has_sale());
    EXPECT_EQ(next->sale().stage(), v1::SALE_STAGE_UNSPECIFIED);
}

TEST_F(ViewChangesTest, showsAGuestNothingThatNamesABenefit) {
    type(member_number);
    add(pork);
    const auto display = page().display(now);
    EXPECT_EQ(display.display().to_pay_fen(), 6'00);
    EXPECT_EQ(display.display().reductions_fen(), 6'00);
    const auto bytes = display.SerializeAsString();
    for (const auto* word : {"city", "six-a-day", member_number})
        EXPECT_EQ(bytes.find(word), std::string::npos) << word;
    EXPECT_FALSE(display.has_basket() || display.has_status() || display.has_sales());
}

// Between the tap on Pay and the answer nobody is told that it is paid, or sees an empty basket as if nothing was due.
TEST_F(ViewChangesTest, showsAGuestThatTheServerIsAskedAndThenThatItIsPaid) {
    const auto display = [&] { return page().display(now).display(); };
    EXPECT_EQ(display().stage(), "idle");
    add(pork);
    EXPECT_EQ(display().stage(), "basket");
    pass_down = [](const ServerMessage& m) { return !std::holds_alternative<Answer>(m); };
    pay({20'00});
    EXPECT_EQ(view().sale().stage(), v1::SALE_ASKING);
    EXPECT_EQ(display().stage(), "asking");
    EXPECT_EQ(display().rows_size(), 0);
    EXPECT_EQ(display().change_fen(), 0) << "the money is not taken yet";
    run_for(till_answer_wait + moment);
    EXPECT_EQ(display().stage(), "paid");
    EXPECT_EQ(display().to_pay_fen(), 12'00);
    EXPECT_EQ(display().change_fen(), 8'00);
}

}  // namespace
}  // namespace canteen::till::test
