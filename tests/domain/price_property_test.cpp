// What holds for every scheme, order and history, tried on made-up ones.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>
#include <tuple>

#include "canteen/domain/price.h"

namespace canteen {
namespace {

std::uint32_t up_to(std::uint32_t most) {
    return *rc::gen::inRange<std::uint32_t>(0, most + 1);
}
Fen fen_up_to(std::uint32_t most) {
    return {up_to(most)};
}
bool coin() {
    return up_to(1) == 1;
}
std::string any_payer() {
    return *rc::gen::element<std::string>("city", "district", "street", "canteen");
}

template <class Enum>
std::vector<Enum> any_choice() {
    std::vector<Enum> choice;
    for (int value = 1; value <= 3; ++value) {
        if (up_to(3) != 0) choice.push_back(static_cast<Enum>(value));
    }
    return choice;
}

std::optional<MinSpend> any_min_spend() {
    if (up_to(3) != 0) return std::nullopt;
    return MinSpend{fen_up_to(2000), coin()};
}

std::optional<std::uint32_t> any_limit(std::uint32_t most) {
    if (coin()) return std::nullopt;
    return 1 + up_to(most - 1);
}

Benefit any_benefit() {
    switch (up_to(2)) {
        case 0:
            return {any_payer(), FixedBenefit{fen_up_to(1500)}};
        case 1:
            return {any_payer(), BySlotBenefit{fen_up_to(900), fen_up_to(900), fen_up_to(900)}};
        default:
            break;
    }
    const std::uint32_t denominator = 1 + up_to(9);
    return {any_payer(), ShareBenefit{up_to(denominator), denominator, fen_up_to(1000)}};
}

SubsidyRight any_subsidy() {
    SubsidyRight right{
        any_choice<MealSlot>(), any_choice<DayKind>(), any_choice<ServiceMode>(), {}, any_min_spend(), {}};
    right.limits = {any_limit(2), any_limit(3), any_limit(5)};
    const std::uint32_t classes = 1 + up_to(2);
    for (std::uint32_t id = 0; id < classes; ++id) {
        SheetClass c{id, any_min_spend(), {any_benefit()}};
        if (coin()) c.benefits.push_back(any_benefit());
        right.classes.push_back(c);
    }
    return right;
}

DiscountRight any_discount() {
    DiscountRight right{any_payer(), {}, {}};
    if (coin()) {
        right.pay_percent = up_to(100);
    } else {
        right.pay_percent_by_meal_of_day = {up_to(100), up_to(100)};
    }
    return right;
}

SheetStep any_step(std::uint32_t index) {
    switch (up_to(5)) {
        case 0:
            return {index, std::vector<DiscountRight>{any_discount(), any_discount()}};
        case 1:
            return {index, std::vector<FixedPriceRight>{{any_payer(), {1500}, fen_up_to(2000)}}};
        case 2:
            return {index, QuotaRight{any_payer(), fen_up_to(5000)}};
        case 3:
            return {index, DeliveryFeeRight{any_payer(), fen_up_to(500)}};
        default:
            return {index, any_subsidy()};
    }
}

RightSheet any_sheet() {
    RightSheet sheet;
    if (up_to(4) != 0) sheet.member.bytes[15] = 1;
    const std::uint32_t schemes = 1 + up_to(1);
    for (std::uint32_t s = 0; s < schemes; ++s) {
        SheetScheme scheme{"scheme" + std::to_string(s), "1", {}};
        const std::uint32_t steps = 1 + up_to(3);
        for (std::uint32_t index = 0; index < steps; ++index) scheme.steps.push_back(any_step(index));
        sheet.schemes.push_back(std::move(scheme));
    }
    return sheet;
}

PriceQuery any_query() {
    PriceQuery query;
    const std::uint32_t lines = up_to(3);
    for (std::uint32_t i = 0; i < lines; ++i) {
        const std::uint32_t quantity = 1 + up_to(2);
        const Fen unit = coin() ? Fen{1500} : fen_up_to(3000);
        query.lines.push_back({unit * quantity, coin(), quantity});
    }
    query.mode = static_cast<ServiceMode>(1 + up_to(2));
    if (query.mode == ServiceMode::delivery) query.delivery_fee = fen_up_to(600);
    query.meal = {Date{20'000 + static_cast<std::int32_t>(up_to(40))}, static_cast<MealSlot>(1 + up_to(2))};
    query.day_kind = static_cast<DayKind>(1 + up_to(2));
    return query;
}

// What the domain does with a priced order: its counts go up by one, the quota by what it took.
void book(Uses& uses, const Priced& priced, const RightSheet& sheet, Meal meal) {
    for (const auto& key : priced.uses) ++uses[key];
    for (const auto& [key, fen] : priced.quota) uses[key] += fen.value;
    ++uses[{sheet.member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, meal)}];
}

// Uses left behind by some earlier orders of the same sheet.
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
    return a.shares == b.shares && a.self_pay == b.self_pay && a.why == b.why && a.uses == b.uses && a.quota == b.quota;
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
    Uses uses;
    for (int i = 0; i < 60; ++i) {
        const PriceQuery query = any_query();
        book(uses, price(query, sheet, uses), sheet, query.meal);
    }
    for (const auto& [key, used] : uses) {
        if (key.kind == UseKind::per_slot && right.limits.per_slot) RC_ASSERT(used <= *right.limits.per_slot);
        if (key.kind == UseKind::per_day && right.limits.per_day) RC_ASSERT(used <= *right.limits.per_day);
        if (key.kind == UseKind::per_week && right.limits.per_week) RC_ASSERT(used <= *right.limits.per_week);
        if (key.kind == UseKind::quota_month) RC_ASSERT(used <= quota.amount.value);
    }
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

RC_GTEST_PROP(PriceProperty, a_guest_without_number_leaves_no_count, ()) {
    RightSheet sheet = any_sheet();
    sheet.member = {};
    const Priced priced = price(any_query(), sheet, {});
    RC_ASSERT(priced.uses.empty());
    RC_ASSERT(priced.quota.empty());
}

}  // namespace
}  // namespace canteen
