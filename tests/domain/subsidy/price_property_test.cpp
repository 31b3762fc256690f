// Properties of every scheme, order and history, tried on made-up ones.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "canteen/domain/subsidy/budget.h"
#include "tests/domain/support/any_sheet.h"

namespace canteen {
namespace {

// Books a priced order as the domain does: its counts go up by one, the quota by what it took.
void book(Uses& uses, const Priced& priced, const RightSheet& sheet, Meal meal) {
    for (const auto& key : priced.uses) ++uses[key];
    for (const auto& [key, fen] : priced.amounts) uses[key] += fen.value;
    ++uses[{sheet.member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, meal)}];
}

// Makes uses left behind by some earlier orders of the same sheet.
Uses any_history(const RightSheet& sheet) {
    Uses uses;
    const std::uint32_t orders = up_to(6);
    for (std::uint32_t i = 0; i < orders; ++i) {
        const PriceQuery query = any_query();
        book(uses, price(query, sheet, uses), sheet, query.meal);
    }
    return uses;
}

Fen bill_of(const PriceQuery& query) {
    Fen sum = query.delivery_fee;
    for (const auto& line : query.lines) sum += line.amount;
    return sum;
}

bool same(const Priced& a, const Priced& b) {
    return a.shares == b.shares && a.self_pay == b.self_pay && a.why == b.why && a.uses == b.uses &&
           a.amounts == b.amounts && a.held_back == b.held_back;
}

RC_GTEST_PROP(PriceProperty, shares_and_self_pay_are_always_the_bill_and_none_is_negative, ()) {
    const RightSheet sheet = any_sheet();
    const PriceQuery query = any_query();
    const Priced priced = price(query, sheet, any_history(sheet));
    Fen sum = priced.self_pay;
    std::set<std::tuple<std::string, std::uint32_t, std::string>> rows;
    for (const auto& share : priced.shares) {
        RC_ASSERT(share.fen > Fen{});
        RC_ASSERT(rows.insert({share.scheme, share.step, share.payer}).second);
        sum += share.fen;
    }
    RC_ASSERT(priced.self_pay >= Fen{});
    RC_ASSERT(sum == bill_of(query));
}

RC_GTEST_PROP(PriceProperty, the_same_order_has_the_same_price, ()) {
    const RightSheet sheet = any_sheet();
    const RightSheet tills_copy = sheet;
    const PriceQuery query = any_query();
    const Uses uses = any_history(sheet);
    RC_ASSERT(same(price(query, sheet, uses), price(query, tills_copy, Uses(uses))));
}

RC_GTEST_PROP(PriceProperty, every_step_says_why_and_says_what_it_gave, ()) {
    const RightSheet sheet = any_sheet();
    const Priced priced = price(any_query(), sheet, any_history(sheet));
    std::size_t steps = 0;
    for (const auto& scheme : sheet.schemes) steps += scheme.steps.size();
    RC_ASSERT(priced.why.size() == steps);
    for (const auto& why : priced.why) {
        Fen given;
        for (const auto& share : priced.shares) {
            if (share.scheme == why.scheme && share.step == why.step) given += share.fen;
        }
        RC_ASSERT(given == why.fen);
        RC_ASSERT((why.code == "given") == (why.fen > Fen{}));
    }
}

RC_GTEST_PROP(PriceProperty, no_limit_is_passed_in_a_month_of_meals, ()) {
    RightSheet sheet;
    sheet.member.bytes[15] = 1;
    const SubsidyRight right = any_subsidy();
    const QuotaRight quota{"community", fen_up_to(5000)};
    sheet.schemes = {{"town", "1", {{0, right}, {1, quota}}}};
    sheet.schemes[0].counted = {UseKind::per_month, UseKind::per_year, UseKind::given_month, UseKind::given_year};
    Uses uses;
    for (int i = 0; i < 60; ++i) {
        const PriceQuery query = any_query();
        book(uses, price(query, sheet, uses), sheet, query.meal);
    }
    for (const auto& [key, used] : uses) {
        if (key.kind == UseKind::per_slot && right.terms.limits.per_slot)
            RC_ASSERT(used <= *right.terms.limits.per_slot);
        if (key.kind == UseKind::per_day && right.terms.limits.per_day) RC_ASSERT(used <= *right.terms.limits.per_day);
        if (key.kind == UseKind::per_week && right.terms.limits.per_week)
            RC_ASSERT(used <= *right.terms.limits.per_week);
        if (key.kind == UseKind::quota_month) RC_ASSERT(used <= quota.amount.value);
        if (key.kind == UseKind::per_month && right.terms.limits.per_month)
            RC_ASSERT(used <= *right.terms.limits.per_month);
        if (key.kind == UseKind::per_year && right.terms.limits.per_year)
            RC_ASSERT(used <= *right.terms.limits.per_year);
        if (key.kind == UseKind::given_month && right.terms.limits.given_per_month)
            RC_ASSERT(used <= right.terms.limits.given_per_month->value);
        if (key.kind == UseKind::given_year && right.terms.limits.given_per_year)
            RC_ASSERT(used <= right.terms.limits.given_per_year->value);
    }
}

RC_GTEST_PROP(PriceProperty, no_limit_of_another_kind_of_step_is_passed_either, ()) {
    RightSheet sheet;
    sheet.member.bytes[15] = 1;
    const StepTerms terms = any_terms();
    sheet.schemes = {{"town", "1", {{0, std::vector<DiscountRight>{{"canteen", up_to(99), {}}}, terms}}}};
    sheet.schemes[0].counted = {UseKind::per_month, UseKind::per_year, UseKind::given_month, UseKind::given_year};
    const Limits& limits = terms.limits;
    if (!limits.any()) return;
    Uses uses;
    for (int i = 0; i < 60; ++i) {
        const PriceQuery query = any_query();
        book(uses, price(query, sheet, uses), sheet, query.meal);
    }
    for (const auto& [key, used] : uses) {
        if (key.kind == UseKind::per_slot && limits.per_slot) RC_ASSERT(used <= *limits.per_slot);
        if (key.kind == UseKind::per_day && limits.per_day) RC_ASSERT(used <= *limits.per_day);
        if (key.kind == UseKind::per_week && limits.per_week) RC_ASSERT(used <= *limits.per_week);
        if (key.kind == UseKind::per_month && limits.per_month) RC_ASSERT(used <= *limits.per_month);
        if (key.kind == UseKind::per_year && limits.per_year) RC_ASSERT(used <= *limits.per_year);
        if (key.kind == UseKind::given_month && limits.given_per_month)
            RC_ASSERT(used <= limits.given_per_month->value);
        if (key.kind == UseKind::given_year && limits.given_per_year) RC_ASSERT(used <= limits.given_per_year->value);
    }
}

RC_GTEST_PROP(PriceProperty, a_scheme_gives_nothing_to_a_guest_known_in_none_of_its_ways, ()) {
    RightSheet sheet = any_sheet();
    const PriceQuery query = any_query();
    sheet.schemes[0].identification = {query.identified == Identified::card ? Identified::face : Identified::card};
    for (const auto& share : price(query, sheet, any_history(sheet)).shares)
        RC_ASSERT(share.scheme != sheet.schemes[0].scheme);
}

RC_GTEST_PROP(PriceProperty, more_uses_never_win_more_from_a_single_subsidy, ()) {
    RightSheet sheet;
    sheet.member.bytes[15] = 1;
    sheet.schemes = {{"town", "1", {{0, any_subsidy()}}}};
    const PriceQuery query = any_query();
    const Uses before = any_history(sheet);
    Uses more = before;
    for (const UseKind kind : {UseKind::per_slot, UseKind::per_day, UseKind::per_week}) {
        more[{sheet.member, "town", kind, period_of(kind, query.meal)}] += up_to(3);
    }
    RC_ASSERT(price(query, sheet, more).self_pay >= price(query, sheet, before).self_pay);
}

RC_GTEST_PROP(PriceProperty, no_budget_is_passed_by_all_guests_together, ()) {
    const RightSheet sheet = any_sheet();
    RightSheet neighbours = any_sheet();
    neighbours.schemes = sheet.schemes;
    Uses uses;
    std::map<UseKey, Fen> borne;
    for (int i = 0; i < 40; ++i) {
        const PriceQuery query = any_query();
        const RightSheet& guest = up_to(1) == 0 ? sheet : neighbours;
        const Priced priced = price(query, guest, uses);
        book(uses, priced, guest, query.meal);
        for (const auto& scheme : sheet.schemes)
            for (const auto& budget : scheme.budgets)
                for (const auto& share : priced.shares)
                    if (share.scheme == scheme.scheme && covers(budget, share.payer))
                        borne[key_of(scheme, budget, query.meal)] += share.fen;
        for (const auto& scheme : sheet.schemes)
            for (const auto& budget : scheme.budgets)
                RC_ASSERT(borne[key_of(scheme, budget, query.meal)] <= budget.amount);
    }
}

RC_GTEST_PROP(PriceProperty, the_least_self_pay_of_the_food_is_kept, ()) {
    const RightSheet sheet = any_sheet();
    const PriceQuery query = any_query();
    Fen least = sheet.schemes[0].min_self_pay;
    for (const auto& scheme : sheet.schemes) least = std::min(least, scheme.min_self_pay);
    RC_ASSERT(price(query, sheet, any_history(sheet)).self_pay >= std::min(least, food_of(query.lines)));
}

RC_GTEST_PROP(PriceProperty, of_schemes_that_exclude_each_other_one_gives, ()) {
    RightSheet sheet = any_sheet();
    if (sheet.schemes.size() == 1U) {
        sheet.schemes.push_back(any_sheet().schemes[0]);
        sheet.schemes[1].scheme = "scheme1";
    }
    sheet.schemes[up_to(1)].excludes = {every_other_scheme};
    std::set<std::string> givers;
    for (const auto& share : price(any_query(), sheet, any_history(sheet)).shares) givers.insert(share.scheme);
    RC_ASSERT(givers.size() <= 1U);
}

RC_GTEST_PROP(PriceProperty, a_guest_without_number_leaves_no_count, ()) {
    RightSheet sheet = any_sheet();
    sheet.member = {};
    const Priced priced = price(any_query(), sheet, {});
    RC_ASSERT(priced.uses.empty());
    for (const auto& [key, fen] : priced.amounts) RC_ASSERT(is_budget(key.kind));
}

}  // namespace
}  // namespace canteen
