// Whatever two records did before they were merged: money and points sum to the same as before, and the rights used by
// both count, before and after any refund, so that no limit for one person is exceeded.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/domain/sales/quote.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

class AnyTwins : public CanteenFixture {
public:
    AnyTwins() {
        happens(SetPointsRule{fifty_fen_a_point()});
        for (const auto id : {grandma, twin}) {
            Member both = state.members.at(grandma).value();
            both.id = id;
            both.number = id == twin ? "004" : "001";
            both.revision = id == twin ? 0 : both.revision;
            both.tags = {{"dibao", {}, ""}, {"village", {}, ""}};
            happens(PutMember{both});
            load_account(id);
        }
    }
    void TestBody() override {}

    void pay_in(MemberId id) {
        const Fen money{*rc::gen::inRange<std::int64_t>(1, 200'00)}, bonus{*rc::gen::inRange<std::int64_t>(0, 50'00)};
        happens(TopUp{id, {TenderKind::cash, money, ""}, bonus});
        if (const auto points_given = *rc::gen::inRange(0, 200)) give_points(id, points_given);
    }

    // Sells a meal to either, paid by what the account and the points hold, the rest in cash.
    void eat(MemberId id) {
        const auto d = draft_for(id, {portions(*rc::gen::elementOf(std::vector{dishes::pork, dishes::soup}))});
        const Fen stored{*rc::gen::inRange<std::int64_t>(0, d.shown.to_pay.value + 1)};
        std::vector<Tender> tenders;
        if (stored > Fen{}) tenders.push_back({TenderKind::stored_value, stored, ""});
        if (const Fen rest = round_cash(d.shown.to_pay - stored); rest > Fen{})
            tenders.push_back({TenderKind::cash, rest, ""});
        happens(sale(d, tenders));
        eaten.push_back(d);
    }
    // Takes some of the meals back, wholly.
    void take_back() {
        for (const auto& d : eaten)
            if (*rc::gen::arbitrary<bool>())
                decide_and_apply(Refund{id_of<RefundId>(++refunds), d.id, {}, RefundReason::quality, {}});
    }

    Fen held_by_both() const {
        Fen sum;
        for (const auto id : {grandma, twin})
            for (const auto kind : {AccountKind::member_principal, AccountKind::member_bonus})
                sum -= state.balances.at(account_of(id, kind));
        return sum;
    }
    // Sums the live uses of the two, whichever record they name.
    Uses used_by_both() const {
        Uses uses;
        for (const auto& [key, live] : state.uses)
            if (key.member == grandma || key.member == twin)
                uses[{grandma, key.scheme, key.kind, key.period}] += used_of(key.kind, live);
        return uses;
    }
    // Returns the uses that a meal of the kept record finds.
    Uses found_by_meal() {
        const auto d = draft_for(grandma, {portions(dishes::pork)});
        Uses found = quote_as_charged(state, d, &*state.menus.at(lunch)).uses;
        std::erase_if(found, [](const auto& use) { return use.second == 0; });
        return found;
    }
    MergeMembers merging() const {
        return {grandma, twin, state.members.at(grandma)->revision, state.members.at(twin)->revision};
    }

    const MemberId twin = id_of<MemberId>(4);
    std::vector<OrderDraft> eaten;
    unsigned refunds = 0;
};

Uses of_members(Uses uses) {
    std::erase_if(uses, [](const auto& use) { return use.second == 0; });
    return uses;
}

RC_GTEST_PROP(AnyMerge, keeps_money_points_and_uses, ()) {
    AnyTwins twins;
    for (auto n = *rc::gen::inRange(0, 6); n > 0; --n) {
        const auto who = *rc::gen::elementOf(std::vector{twins.grandma, twins.twin});
        twins.pay_in(who);
        twins.eat(who);
    }
    twins.take_back();
    const auto money = twins.held_by_both();
    const auto points = twins.points(twins.grandma) + twins.points(twins.twin);
    const auto uses = twins.used_by_both();

    twins.happens(twins.merging());
    RC_ASSERT(twins.held_by_both() == money);
    RC_ASSERT(-twins.balance(account_of(twins.twin, AccountKind::member_principal)) == Fen{});
    RC_ASSERT(twins.points(twins.grandma) == points);
    RC_ASSERT(twins.points(twins.twin) == 0);
    RC_ASSERT(twins.used_by_both() == uses);
    RC_ASSERT(twins.found_by_meal() == of_members(uses));
}

RC_GTEST_PROP(AnyMerge, lets_nobody_pass_a_limit_afterwards, ()) {
    AnyTwins twins;
    for (auto n = *rc::gen::inRange(0, 4); n > 0; --n)
        twins.eat(*rc::gen::elementOf(std::vector{twins.grandma, twins.twin}));
    twins.happens(twins.merging());
    const auto before = twins.used_by_both();
    for (auto n = *rc::gen::inRange(1, 6); n > 0; --n) {
        if (*rc::gen::arbitrary<bool>()) twins.take_back();
        auto d = twins.draft_for(twins.grandma, {twins.portions(dishes::pork)});
        d.member = *rc::gen::elementOf(std::vector{twins.grandma, twins.twin});  // a till may not know yet
        twins.happens(twins.sale_in_cash(d));
        twins.eaten.push_back(d);
    }
    for (const auto& [key, used] : twins.used_by_both()) {
        const auto was = before.find(key);
        const auto already = was == before.end() ? 0 : was->second;
        if (key.kind == UseKind::per_day) RC_ASSERT(used <= std::max<std::int64_t>(already, 1));
        if (key.kind == UseKind::quota_month) RC_ASSERT(used <= std::max<std::int64_t>(already, 20'00));
    }
    RC_ASSERT(twins.state.balances.at(account_of(twins.twin, AccountKind::member_principal)) == Fen{});
}

}  // namespace
}  // namespace canteen
