// Reasons and slips say dishes and rights as people call them, not by number.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/counter/page_bench.h"

namespace canteen::till::test {
namespace {

std::string param(const v1::Refusal& why, const std::string& name) {
    for (const auto& one : why.params())
        if (one.name() == name) return one.value();
    return "";
}

class PageWordsTest : public PageBench, public testing::Test {
protected:
    void SetUp() override { connect(); }
    // The server decides sales so from now on.
    void decide_sales(FakeServer::Outcome outcome) {
        server.decide = [outcome](const Command& command, Seq seq) {
            auto decided = outcome;
            if (auto* committed = std::get_if<Committed>(&decided)) committed->seq = seq;
            const bool is_sale = std::holds_alternative<PlaceOrder>(command.body) ||
                                 std::holds_alternative<RecordSale>(command.body) ||
                                 std::holds_alternative<AddPortions>(command.body);
            return is_sale ? decided : FakeServer::Outcome{Committed{seq, {}}};
        };
    }
    void sell_it(DishId dish) {
        add(dish);
        pay();
        run_for(moment);
    }
    void find_portions(DishId dish, std::uint32_t amount) {
        found_ = act([&](v1::PageFrame& f) {
            f.mutable_found_portions()->set_dish(dish.value);
            f.mutable_found_portions()->set_amount(amount);
        });
    }
    v1::ActionAnswer found_;
};

TEST_F(PageWordsTest, aDishThatIsGoneIsNamed) {
    decide_sales(Rejection{RejectionCode::sold_out, {{"dish", "101"}, {"left", "0"}}, {}});
    sell_it(pork);
    const auto why = view().basket().problem();
    EXPECT_EQ(why.name(), "sold_out");
    EXPECT_EQ(param(why, "dish"), menu().dishes[0].name);
    EXPECT_EQ(param(why, "left"), "0");
}

TEST_F(PageWordsTest, aRightThatWasUsedElsewhereIsNamedByWhoPaysIt) {
    const Exception used{ExceptionCode::right_already_used, {}, {{"scheme", "six-a-day"}, {"fen", "600"}}};
    const Exception oversold{ExceptionCode::oversold, {}, {{"dish", "102"}, {"amount", "1"}}};
    decide_sales(Committed{0, {used, oversold}});
    type(member_number);
    sell_it(greens);
    ASSERT_EQ(view().sale().listed_size(), 2);
    EXPECT_EQ(param(view().sale().listed(0), "payer"), "city");
    EXPECT_EQ(param(view().sale().listed(1), "dish"), menu().dishes[1].name);
    kill();
    ASSERT_EQ(view().notices().notices_size(), 1);
    EXPECT_EQ(param(view().notices().notices(0).why(0), "payer"), "city");
    EXPECT_EQ(param(view().notices().notices(0).why(1), "dish"), menu().dishes[1].name);
}

TEST_F(PageWordsTest, portionsThatAreNoneAreRefusedAtOnce) {
    find_portions({999}, 3);
    EXPECT_EQ(found_.refused().name(), "dish_unknown");
    for (const auto amount : {0U, max_line_quantity + 1}) {
        find_portions(pork, amount);
        EXPECT_EQ(found_.refused().name(), "amount_invalid") << amount;
    }
    EXPECT_TRUE(server.decided.empty());
}

TEST_F(PageWordsTest, foundPortionsThatTheServerRefusesAreListedWithTheDishAndWhy) {
    decide_sales(Rejection{RejectionCode::dish_unknown, {{"dish", "101"}}, {}});
    find_portions(pork, 3);
    EXPECT_FALSE(found_.has_refused());
    run_for(moment);
    ASSERT_EQ(view().notices().notices_size(), 1);
    const auto notice = view().notices().notices(0);
    EXPECT_EQ(notice.why(0).name(), "dish_unknown");
    EXPECT_EQ(param(notice.why(0), "dish"), menu().dishes[0].name);
    EXPECT_EQ(notice.pickup(), "") << "of no sale";
    EXPECT_EQ(view().status().notices(), 1U);
}

TEST_F(PageWordsTest, theReceiptOfASetMealNamesTheDishesThatWereChosen) {
    act([](v1::PageFrame& f) { f.mutable_set_switches()->set_paper_always(true); });
    act([](v1::PageFrame& f) {
        f.mutable_add_dish()->set_dish(set_meal.value);
        f.mutable_add_dish()->add_chosen(noodles.value);
        f.mutable_add_dish()->add_chosen(greens.value);
    });
    pay();
    run_for(moment);
    ASSERT_EQ(tray.count(PrintKind::guest_receipt), 1U);
    const auto receipt = std::ranges::find_if(
        tray.printed, [](const auto& print) { return print.first.kind == PrintKind::guest_receipt; });
    const auto& blocks = receipt->second.blocks;
    EXPECT_TRUE(std::ranges::any_of(blocks, [](const Block& block) {
        const auto* text = std::get_if<TextBlock>(&block);
        return text && text->text == "含" + menu().dishes[2].name + "、" + menu().dishes[1].name;
    }));
}

TEST_F(PageWordsTest, aPrinterIsShownAsItIsSet) {
    act([](v1::PageFrame& f) {
        auto& wanted = *f.mutable_set_printer();
        wanted.set_address("192.0.2.7:9100");
        wanted.set_columns(32);
        wanted.set_raster(true);
    });
    act([](v1::PageFrame& f) {
        f.mutable_set_printer()->set_address("/dev/usb/lp0");
        f.mutable_set_printer()->set_columns(48);
        f.mutable_set_printer()->set_second(true);
    });
    kill();
    const auto status = view().status();
    ASSERT_EQ(status.printers_size(), 2);
    EXPECT_EQ(status.printers(0).address(), "192.0.2.7:9100");
    EXPECT_EQ(status.printers(0).columns(), 32U);
    EXPECT_TRUE(status.printers(0).raster());
    EXPECT_FALSE(status.printers(0).second());
    EXPECT_EQ(status.printers(1).address(), "/dev/usb/lp0");
    EXPECT_TRUE(status.printers(1).second());
    EXPECT_FALSE(status.printers(1).raster());
}

}  // namespace
}  // namespace canteen::till::test
