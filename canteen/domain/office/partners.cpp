#include "canteen/domain/office/partners.h"

#include <algorithm>
#include <set>

#include "canteen/domain/base/text.h"
#include "canteen/domain/model/refusal.h"

namespace canteen {

namespace {

constexpr std::size_t max_code_bytes = 40;
constexpr std::size_t max_name_bytes = 120;
constexpr std::size_t max_cost_evidence_bytes = 200;
constexpr std::uint32_t max_parts = 10'000;    // of a ratio; no share is agreed more finely
constexpr Fen max_period_cost{10'000'000'00};  // far above what a canteen turns over, far below an overflow
constexpr std::uint32_t whole_permille = 1'000;

bool is_text(const std::string& text, std::size_t most_bytes) {
    return !text.empty() && text.size() <= most_bytes && is_plain_text(text);
}

bool are_sound(const std::vector<CostItem>& items) {
    std::set<std::string> names;
    for (const auto& item : items) {
        const bool sound = is_text(item.name, max_name_bytes) && item.fixed >= Fen{} && item.fixed <= max_period_cost &&
                           item.permille <= whole_permille;
        if (!sound || !names.insert(item.name).second) return false;
    }
    return items.size() <= max_cost_items;
}

// Names the part of the agreement that is wrong; null: nothing.
const char* fault_of(const PartnerAgreement& agreement) {
    if (!is_text(agreement.code, max_code_bytes)) return "code";
    if (!is_text(agreement.name, max_name_bytes)) return "name";
    if (!are_sound(agreement.costs)) return "costs";
    const bool is_ratio =
        agreement.denominator > 0 && agreement.denominator <= max_parts && agreement.numerator <= agreement.denominator;
    if (!is_ratio) return "ratio";
    const auto& valid = agreement.valid;
    if (valid.from && valid.to && *valid.to < *valid.from) return "valid";
    return nullptr;
}

// The last day of the period that begins on the date; nothing: none does.
std::optional<Date> last_of_period(SharePeriod period, Date first) {
    if (month_start(first) != first) return std::nullopt;
    const auto month = static_cast<unsigned>(civil(first).month());
    if (period == SharePeriod::quarter && month % 3 != 1) return std::nullopt;
    Date next = first;
    for (int months = period == SharePeriod::month ? 1 : 3; months > 0; --months) next = month_start(next + 31);
    return next + -1;
}

Fen base_of(const PartnerAgreement& agreement, const PeriodRevenue& revenue) {
    switch (agreement.base) {
        case RevenueBase::sales:
            return revenue.sales - revenue.waived;
        case RevenueBase::guests_paid:
            return revenue.sales - revenue.waived - revenue.payers_share;
        case RevenueBase::payers_share:
            return revenue.payers_share;
    }
    return {};
}

// Rounded down; what is not there costs nothing.
Fen permille_of(Fen revenue, std::uint32_t permille) {
    return {std::max(revenue, Fen{}).value * permille / whole_permille};
}

// Rounded down, without an intermediate that could overflow.
Fen part_of(Fen result, std::uint32_t numerator, std::uint32_t denominator) {
    if (result <= Fen{}) return {};
    return {result.value / denominator * numerator + result.value % denominator * numerator / denominator};
}

}  // namespace

Outcome decide_set_partner_agreement(const Canteen& state, const SetPartnerAgreement& command) {
    const auto& agreement = command.agreement;
    if (const char* fault = fault_of(agreement))
        return refuse(RejectionCode::agreement_invalid, {param("what", fault)});
    const auto known = state.agreements.find(agreement.code);
    if (known != state.agreements.end() && known->second == agreement) return Events{};
    return Events{PartnerAgreementSet{agreement}};
}

std::optional<ClaimPeriod> covered(const PartnerAgreement& agreement, const ClaimPeriod& period) {
    const ClaimPeriod days{std::max(period.first, agreement.valid.from.value_or(period.first)),
                           std::min(period.last, agreement.valid.to.value_or(period.last))};
    if (days.last < days.first) return std::nullopt;
    return days;
}

Outcome decide_record_partner_cost(const Canteen& state, const RecordPartnerCost& command) {
    const auto& cost = command.cost;
    const auto known = state.agreements.find(cost.agreement);
    if (known == state.agreements.end())
        return refuse(RejectionCode::agreement_unknown, {param("agreement", cost.agreement)});
    const auto& agreement = known->second;
    if (std::ranges::find(agreement.costs, cost.item, &CostItem::name) == agreement.costs.end())
        return refuse(RejectionCode::agreement_invalid, {param("what", "item")});
    const auto last = last_of_period(agreement.period, cost.period);
    if (!last)
        return refuse(RejectionCode::period_invalid,
                      {param("what", agreement.period == SharePeriod::month ? "month" : "quarter")});
    if (!covered(agreement, {cost.period, *last}))
        return refuse(RejectionCode::period_invalid, {param("what", "valid")});
    if (cost.fen == Fen{} || cost.fen > max_period_cost || -cost.fen > max_period_cost)
        return refuse(RejectionCode::amount_invalid);
    if (!is_text(cost.evidence, max_cost_evidence_bytes))
        return refuse(RejectionCode::text_invalid, {param("what", "evidence")});
    return Events{PartnerCostRecorded{cost}};
}

PartnerStatement statement_of(const PartnerAgreement& agreement, const PeriodRevenue& revenue,
                              const std::vector<PartnerCost>& costs) {
    PartnerStatement statement;
    statement.revenue = base_of(agreement, revenue);
    statement.result = statement.revenue;
    for (const auto& item : agreement.costs) {
        Fen fen = item.fixed + permille_of(statement.revenue, item.permille);
        for (const auto& cost : costs)
            if (cost.agreement == agreement.code && cost.item == item.name) fen += cost.fen;
        statement.costs.emplace_back(item.name, fen);
        statement.result -= fen;
    }
    statement.share = part_of(statement.result, agreement.numerator, agreement.denominator);
    return statement;
}

}  // namespace canteen
