// Whatever is taken back in whatever parts: the ledger is zero, nobody gives or gets more than their part, and taking
// all of it back leaves things as if it had never been.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/order/refund_remainder.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

// The canteen takes a tenth off for everybody, after the other steps.
Scheme tenth_off() {
    DiscountStep step;
    step.payer = canteen_payer;
    step.classes = {{{}, 90, {}}};
    Scheme scheme;
    scheme.id = "tenth-off";
    scheme.name = "a tenth off";
    scheme.versions = {{"1", {}, {step}, {}}};
    return scheme;
}

class AnyRefund : public CanteenFixture {
public:
    AnyRefund() { happens(ImportScheme{tenth_off(), 3}); }
    void TestBody() override {}

    // Makes a sale of up to four lines to anybody, by one or two tenders.
    OrderDraft any_sale() {
        const std::vector<MemberId> people{MemberId{}, grandma, villager, neighbour};
        std::vector<OrderLine> lines;
        for (auto n = *rc::gen::inRange(1, 5); n > 0; --n) lines.push_back(any_line());
        auto d = draft_for(*rc::gen::elementOf(people), std::move(lines));
        const Fen by_wechat{*rc::gen::inRange<std::int64_t>(0, d.shown.to_pay.value + 1)};
        std::vector<Tender> tenders;
        if (by_wechat > Fen{}) tenders.push_back({TenderKind::wechat, by_wechat, "42"});
        const Fen rest = round_cash(d.shown.to_pay - by_wechat);
        if (rest > Fen{}) tenders.push_back({TenderKind::cash, rest, ""});
        happens(sale(d, tenders));
        return d;
    }

    OrderLine any_line() {
        const auto amount = *rc::gen::inRange(1U, 4U);
        const std::vector<OrderLine> choice{portions(dishes::noodles, amount), portions(dishes::pork, amount),
                                            portions(dishes::soup, amount), grams(dishes::fish, 137 * amount),
                                            set_of({dishes::noodles, dishes::soup, dishes::greens}, amount)};
        return *rc::gen::elementOf(choice);
    }

    // Takes back some of what is left of some line; returns nothing if all is gone.
    std::optional<Refund> any_part(const OrderDraft& d) {
        const auto left = lines_left(order(d));
        if (left.empty()) return std::nullopt;
        const auto line = *rc::gen::elementOf(left);
        const auto amount = *rc::gen::inRange(1U, amount_of(line) + 1);
        return Refund{id_of<RefundId>(++refunds_), d.id, {{line.id, amount}}, RefundReason::guest_asked, {}};
    }

    std::map<Account, Fen> balances_now() const {
        std::map<Account, Fen> sums;
        for (const auto& event : journal)
            if (const auto* posted = std::get_if<LedgerPosted>(&event))
                for (const auto& p : posted->postings) sums[p.account] += p.fen;
        std::erase_if(sums, [](const auto& entry) { return entry.second == Fen{}; });
        return sums;
    }

    Fen paid_back(const OrderDraft& d) const {
        Fen sum;
        for (const auto& refund : order(d).refunds)
            for (const auto& tender : refund.back) sum += tender.amount;
        return sum;
    }

private:
    unsigned refunds_ = 0;
};

Fen sum_of(const std::vector<Tender>& tenders) {
    Fen sum;
    for (const auto& tender : tenders) sum += tender.amount;
    return sum;
}

RC_GTEST_PROP(AnyRefund, in_any_parts_sums_to_the_whole_and_leaves_all_as_before, ()) {
    AnyRefund canteen;
    const auto balances_before = canteen.balances_now();
    const auto d = canteen.any_sale();
    while (const auto part = canteen.any_part(d)) {
        for (const auto& event : canteen.happens(*part))
            if (const auto* posted = std::get_if<LedgerPosted>(&event)) RC_ASSERT(balances(posted->postings));
        RC_ASSERT(canteen.paid_back(d) <= sum_of(canteen.order(d).tenders));
    }
    RC_ASSERT(canteen.paid_back(d) == sum_of(canteen.order(d).tenders));
    RC_ASSERT(canteen.balances_now() == balances_before);
    RC_ASSERT(canteen.state.uses.empty());
    RC_ASSERT(canteen.order(d).rights.empty());
}

RC_GTEST_PROP(AnyRefund, leaves_a_bill_that_payers_and_guest_bear_as_if_it_had_been_ordered_alone, ()) {
    AnyRefund canteen;
    const auto d = canteen.any_sale();
    const auto part = canteen.any_part(d);
    canteen.happens(*part);
    const auto& order = canteen.order(d);
    const auto& left = sums_now(order);
    const auto before = d.shown.shares;
    RC_ASSERT(left.food == sum_of(lines_left(order)));
    RC_ASSERT(sum_of(left.shares) + left.to_pay == left.food + left.fee);
    RC_ASSERT(sum_of(order.granted) <= sum_of(before));
    RC_ASSERT(left.to_pay <= d.shown.to_pay);
    if (lines_left(order).empty()) return;
    AnyRefund another;
    const auto alone = another.draft_for(d.member, lines_left(order));
    for (const auto& share : order.granted) {
        const auto same = [&share](const Share& s) {
            return s.scheme == share.scheme && s.step == share.step && s.payer == share.payer;
        };
        const auto& priced = alone.shown.shares;
        const auto found = std::find_if(priced.begin(), priced.end(), same);
        RC_ASSERT(found != priced.end());
        RC_ASSERT(share.fen <= found->fen);
    }
    RC_ASSERT(left.to_pay == std::min(alone.shown.to_pay, d.shown.to_pay));
}

}  // namespace
}  // namespace canteen
