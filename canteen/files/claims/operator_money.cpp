#include "canteen/files/claims/operator_money.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace canteen {

OperatorMoney::OperatorMoney(const std::vector<ClaimLine>& lines, const PrintBasis& basis) : basis_(basis) {
    std::map<std::pair<MemberId, Date>, Day> days;
    for (const auto& line : lines)
        if (!line.member.is_nil() && meals_added(line) != 0)
            days[{line.member, line.meal.date}].changed.push_back(&line);
    for (const auto& line : basis.earlier)
        if (const auto day = days.find({line.member, line.meal.date}); day != days.end())
            day->second.earlier.push_back(&line);
    for (const auto& [whose, day] : days) reckon(day);
}

Fen OperatorMoney::of(const ClaimLine& line) const {
    Fen sum;
    for (const auto& owed : owed_for(line))
        if (!is_once_a_day(line, owed)) sum += owed.fen;
    const auto once = once_a_day_.find(line.order);
    return once == once_a_day_.end() ? sum : sum + once->second;
}

// Asks of the shares no more than which steps gave.
std::vector<OwedToOperator> OperatorMoney::owed_for(const ClaimLine& line) const {
    const auto* version = basis_.scheme ? basis_.scheme->version(line.version) : nullptr;
    if (!version) return {};
    PriceQuery query;
    query.mode = line.mode;
    query.meal = line.meal;
    query.day_kind = basis_.calendar.kind_of(line.meal.date);
    query.own_kitchen = basis_.own_kitchen;
    Priced priced;
    for (auto step : line.steps) priced.shares.push_back({basis_.payer.scheme, step, basis_.payer.payer, line.share});
    const auto member = basis_.members.find(line.member);
    const auto facts =
        member == basis_.members.end() ? Facts{} : facts_on(member->second, basis_.areas, line.meal.date);
    auto owed = owed_to_operator(*basis_.scheme, *version, facts, query, priced);
    std::erase_if(owed, [this](const OwedToOperator& one) { return one.payer != basis_.payer.payer; });
    return owed;
}

// A guest without number is a diner anew each time.
bool OperatorMoney::is_once_a_day(const ClaimLine& line, const OwedToOperator& owed) const {
    return !line.member.is_nil() && basis_.scheme->version(line.version)->operator_payments[owed.payment].per_diner_day;
}

std::map<std::size_t, OperatorMoney::Earned> OperatorMoney::earned(std::vector<const ClaimLine*> meals) const {
    std::ranges::sort(meals, {}, [](const ClaimLine* line) { return std::tie(line->meal, line->order); });
    std::map<std::size_t, Earned> first;
    for (const auto* line : meals)
        for (const auto& owed : owed_for(*line))
            if (is_once_a_day(*line, owed)) first.try_emplace(owed.payment, Earned{line->order, owed.fen});
    return first;
}

void OperatorMoney::reckon(const Day& day) {
    std::vector<const ClaimLine*> standing;
    for (const auto* meal : day.earlier)
        if (std::ranges::find(day.changed, meal->order, &ClaimLine::order) == day.changed.end())
            standing.push_back(meal);
    for (const auto* meal : day.changed)
        if (meals_added(*meal) > 0) standing.push_back(meal);
    const auto before = earned(day.earlier), after = earned(std::move(standing));
    for (const auto& [payment, by] : after)
        if (!before.contains(payment)) once_a_day_[by.order] += by.fen;
    for (const auto& [payment, by] : before)
        if (!after.contains(payment)) once_a_day_[by.order] += by.fen;
}

}  // namespace canteen
