#include "tests/domain/support/any_sheet.h"

namespace canteen {

std::uint32_t up_to(std::uint32_t most) {
    return *rc::gen::inRange<std::uint32_t>(0, most + 1);
}
Fen fen_up_to(std::uint32_t most) {
    return {up_to(most)};
}

namespace {

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

std::vector<std::uint32_t> any_meals_of_day() {
    return coin() ? std::vector<std::uint32_t>{} : any_choice<std::uint32_t>();
}

std::optional<MinSpend> any_min_spend() {
    if (up_to(3) != 0) return std::nullopt;
    return MinSpend{fen_up_to(2000), coin(), coin()};
}

std::optional<std::uint32_t> any_limit(std::uint32_t most) {
    if (coin()) return std::nullopt;
    return 1 + up_to(most - 1);
}

Rounding any_rounding(bool of_rest) {
    if (coin()) return {};
    return {{1 + up_to(99)}, static_cast<RoundingDirection>(1 + up_to(2)), of_rest && coin()};
}

std::optional<Fen> any_fen(std::uint32_t most) {
    if (up_to(3) != 0) return std::nullopt;
    return fen_up_to(most);
}

Limits any_limits() {
    return {any_limit(2), any_limit(3), any_limit(5), any_limit(9), any_limit(12), any_fen(4000), any_fen(6000)};
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
    return {any_payer(), ShareBenefit{up_to(denominator), denominator, fen_up_to(1000), any_rounding(false)}};
}

}  // namespace

StepTerms any_terms() {
    return {any_choice<MealSlot>(), any_choice<DayKind>(), any_choice<ServiceMode>(),
            any_limits(),           any_min_spend(),       any_meals_of_day()};
}

SubsidyRight any_subsidy() {
    SubsidyRight right{.terms = any_terms(), .classes = {}};
    right.choose = static_cast<Choose>(1 + up_to(2));
    right.set_meals_from = any_fen(1600);
    right.min_self_pay = any_fen(300).value_or(Fen{});
    const std::uint32_t classes = 1 + up_to(2);
    for (std::uint32_t id = 0; id < classes; ++id) {
        SheetClass c{id, any_min_spend(), {any_benefit()}};
        if (coin()) c.benefits.push_back(any_benefit());
        c.set_meals_from = any_fen(1600);
        c.shrink = static_cast<Shrink>(1 + up_to(2));
        right.classes.push_back(c);
    }
    return right;
}

namespace {

DiscountRight any_discount() {
    DiscountRight right{any_payer(), {}, {}};
    if (coin()) {
        right.pay_percent = up_to(100);
    } else {
        right.pay_percent_by_meal_of_day = {up_to(100), up_to(100)};
    }
    right.rounding = any_rounding(true);
    return right;
}

std::vector<Budget> any_budgets() {
    std::vector<Budget> budgets;
    if (up_to(2) == 0) budgets.push_back({"", UseKind::budget_month, fen_up_to(6000)});
    if (up_to(2) == 0) budgets.push_back({any_payer(), UseKind::budget_year, fen_up_to(4000)});
    return budgets;
}

decltype(SheetStep::what) any_other_right() {
    switch (up_to(3)) {
        case 0:
            return std::vector<DiscountRight>{any_discount(), any_discount()};
        case 1:
            return std::vector<FixedPriceRight>{{any_payer(), {1500}, fen_up_to(2000)}};
        case 2:
            return QuotaRight{any_payer(), fen_up_to(5000)};
        default:
            return DeliveryFeeRight{any_payer(), fen_up_to(500)};
    }
}

SheetStep any_step(std::uint32_t index) {
    if (up_to(2) == 0) return {index, any_subsidy()};
    return {index, any_other_right(), coin() ? any_terms() : StepTerms{}};
}

std::vector<Identified> any_identification() {
    if (up_to(3) != 0) return {};
    return {static_cast<Identified>(1 + up_to(2)), Identified::number};
}

}  // namespace

RightSheet any_sheet() {
    RightSheet sheet;
    if (up_to(4) != 0) sheet.member.bytes[15] = 1;
    const std::uint32_t schemes = 1 + up_to(1);
    for (std::uint32_t s = 0; s < schemes; ++s) {
        SheetScheme scheme{"scheme" + std::to_string(s), "1", {}};
        const std::uint32_t steps = 1 + up_to(3);
        for (std::uint32_t index = 0; index < steps; ++index) scheme.steps.push_back(any_step(index));
        if (up_to(3) == 0) scheme.excludes = {coin() ? "scheme0" : every_other_scheme};
        scheme.min_self_pay = any_fen(300).value_or(Fen{});
        scheme.budgets = any_budgets();
        scheme.counted = {UseKind::per_month, UseKind::per_year, UseKind::given_month, UseKind::given_year};
        scheme.identification = any_identification();
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
    query.day_kind = static_cast<DayKind>(1 + up_to(3));
    query.identified = static_cast<Identified>(up_to(5));
    return query;
}

}  // namespace canteen
