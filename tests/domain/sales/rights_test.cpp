#include "canteen/domain/sales/rights.h"

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class Rights : public CanteenFixture {
protected:
    Fen given_this_month(const char* scheme) const {
        const auto found = state.uses.find({grandma, scheme, UseKind::given_month, month_start(today).days});
        return found == state.uses.end() ? Fen{} : found->second.fen;
    }
    void refund_line(const OrderDraft& d, std::uint32_t line) {
        happens(Refund{id_of<RefundId>(++refunds_), d.id, {{LineId{line}, 1}}, RefundReason::guest_asked, {}});
    }

private:
    unsigned refunds_ = 0;
};

// Takes 10 percent off once a day, for everyone with a number.
Scheme once_a_day() {
    DiscountStep step{"district", {{{}, 90, {}}}};
    step.terms.limits.per_day = 1;
    Scheme scheme;
    scheme.id = "once";
    scheme.name = "once a day";
    scheme.versions = {{"1", {}, {step}, {}}};
    return scheme;
}

TEST_F(Rights, of_a_month_stay_used_up_by_what_a_refund_leaves) {
    Scheme scheme = six_a_day();
    std::get<SubsidyStep>(scheme.versions[0].steps[0]).terms.limits.given_per_month = Fen{10'00};
    scheme.versions[0].budgets = {{"civil_affairs", UseKind::budget_month, {20'00}}};
    happens(ImportScheme{scheme, 1});
    const auto d = draft_for(grandma, {portions(dishes::greens), portions(dishes::soup)});
    happens(ask_in_cash(d));
    ASSERT_EQ(given_this_month("six-a-day"), Fen{6'00});
    refund_line(d, 1);
    EXPECT_EQ(order(d).granted.at(0).fen, Fen{4'00}) << "of the soup that is left";
    EXPECT_EQ(given_this_month("six-a-day"), Fen{4'00});
    EXPECT_EQ(
        state.uses.at({MemberId{}, "six-a-day/civil_affairs", UseKind::budget_month, month_start(today).days}).fen,
        Fen{4'00});
}

TEST_F(Rights, a_discount_once_a_day_is_one_right_that_a_cancelled_order_gives_back) {
    happens(ImportScheme{once_a_day(), 3});
    const auto first = draft_for(neighbour, {portions(dishes::noodles)});
    ASSERT_EQ(first.shown.to_pay, Fen{13'50});
    happens(ask_in_cash(first));
    EXPECT_EQ(count(neighbour, UseKind::per_day), 1U);
    EXPECT_EQ(draft_for(neighbour, {portions(dishes::noodles)}).shown.to_pay, Fen{15'00});
    happens(CancelOrder{first.id});
    EXPECT_EQ(draft_for(neighbour, {portions(dishes::noodles)}).shown.to_pay, Fen{13'50});
}

TEST_F(Rights, a_discount_that_two_cut_off_tills_gave_is_the_payers_once) {
    happens(ImportScheme{once_a_day(), 3});
    const auto first = draft_for(neighbour, {portions(dishes::noodles)});
    const auto second = draft_for(neighbour, {portions(dishes::noodles)});
    happens(sale_in_cash(first));
    const auto events = happens(sale_in_cash(second));
    EXPECT_TRUE(order(second).granted.empty());
    EXPECT_EQ(balance(AccountKind::concession), Fen{1'50});
    EXPECT_EQ(the<RightDisputed>(events).key.kind, UseKind::per_day);
}

TEST_F(Rights, a_scheme_that_asks_for_the_card_gives_by_the_card) {
    Scheme scheme = once_a_day();
    scheme.versions[0].identification = {Identified::card};
    happens(ImportScheme{scheme, 3});
    auto d = draft_for(neighbour, {portions(dishes::noodles)});
    EXPECT_EQ(d.shown.to_pay, Fen{15'00});
    d.identified = Identified::card;
    EXPECT_EQ(refused(ask(d, cash({15'00}))).code, RejectionCode::price_changed) << "the server knows it as well";
    show_sums(d);
    EXPECT_EQ(d.shown.to_pay, Fen{13'50});
    happens(ask_in_cash(d));
}

}  // namespace
}  // namespace canteen
