#include "canteen/files/schemes/scheme_cases.h"

#include <algorithm>

#include "canteen/domain/subsidy/budget.h"
#include "canteen/domain/subsidy/entitle.h"
#include "canteen/domain/subsidy/operator_payment.h"
#include "canteen/domain/subsidy/price.h"

namespace canteen {

namespace {

// Null: the meal lies outside every version.
const SchemeVersion* version_for(const Scheme& scheme, const SchemeCase& c) {
    if (c.version) return scheme.version(*c.version);
    return c.date ? scheme.version_on(*c.date) : &scheme.versions.back();
}

// Without a date of its own a case is of any day on which its version is in force.
Date date_of(const SchemeCase& c, const SchemeVersion* version) {
    if (c.date) return *c.date;
    const DateRange range = version ? version->effective : DateRange{};
    return range.from ? *range.from : range.to.value_or(Date{});
}

Identified identified_in(const SchemeCase& c, const SchemeVersion* version) {
    if (c.identified) return *c.identified;
    const bool asks = version && !version->identification.empty();
    return asks ? version->identification.front() : Identified::not_said;
}

PriceQuery query_of(const SchemeCase& c, const SchemeVersion* version, Date date) {
    PriceQuery query;
    query.lines = c.lines;
    query.delivery_fee = c.delivery_fee;
    query.mode = c.mode;
    query.meal = {date, c.slot};
    query.day_kind = c.day;
    query.own_kitchen = c.own_kitchen;
    query.identified = identified_in(c, version);
    return query;
}

RightSheet sheet_of(const Scheme& scheme, const SchemeVersion* version, const Facts& facts, Date date) {
    RightSheet sheet;
    sheet.member.bytes.back() = 1;  // anyone with a number
    sheet.from = sheet.to = date;
    if (version) sheet.schemes.push_back(rights_in(scheme, *version, facts));
    return sheet;
}

void note_budgets(Uses& uses, const CaseHistory& history, const RightSheet& sheet, Meal meal) {
    for (const auto& scheme : sheet.schemes) {
        for (const auto& budget : scheme.budgets) {
            const auto used = history.budget_used.find(budget.payer.empty() ? "*" : budget.payer);
            if (used != history.budget_used.end()) uses[key_of(scheme, budget, meal)] = used->second.value;
        }
    }
}

Uses uses_of(const CaseHistory& history, const Scheme& scheme, const RightSheet& sheet, Meal meal) {
    Uses uses;
    const MemberId member = sheet.member;
    note_budgets(uses, history, sheet, meal);
    const auto note = [&](const std::string& of_scheme, UseKind kind, std::int64_t used) {
        uses[{member, of_scheme, kind, period_of(kind, meal)}] = used;
    };
    note(scheme.id, UseKind::per_slot, history.subsidised_this_slot);
    note(scheme.id, UseKind::per_day, history.subsidised_today);
    note(scheme.id, UseKind::per_week, history.subsidised_this_week);
    auto slots = meal_slots;  // those that were eaten are other ones first
    std::stable_partition(slots.begin(), slots.end(), [&meal](MealSlot slot) { return slot != meal.slot; });
    for (std::size_t i = 0; i < slots.size(); ++i)
        uses[{member, "", UseKind::meal_eaten, period_of(UseKind::meal_eaten, {meal.date, slots.at(i)})}] =
            i < history.meals_eaten_today ? 1 : 0;
    note(scheme.id, UseKind::quota_month, history.quota_used_this_month.value);
    note(scheme.id, UseKind::per_month, history.subsidised_this_month);
    note(scheme.id, UseKind::per_year, history.subsidised_this_year);
    note(scheme.id, UseKind::given_month, history.given_this_month.value);
    note(scheme.id, UseKind::given_year, history.given_this_year.value);
    return uses;
}

// Collects what differs, in words.
class Comparison {
public:
    void compare(const std::string& what, Fen is, Fen should_be) {
        if (is == should_be) return;
        if (!difference_.empty()) difference_ += "; ";
        difference_ +=
            what + " " + std::to_string(is.value) + " instead of " + std::to_string(should_be.value) + " fen";
    }
    std::string difference() const { return difference_; }

private:
    std::string difference_;
};

void compare_payers(Comparison& comparison, const Priced& priced, const std::map<std::string, Fen>& expected) {
    std::map<std::string, Fen> given;
    for (const auto& share : priced.shares) given[share.payer] += share.fen;
    auto all = given;
    all.insert(expected.begin(), expected.end());
    const auto amount_in = [](const std::map<std::string, Fen>& amounts, const std::string& payer) {
        const auto found = amounts.find(payer);
        return found == amounts.end() ? Fen{} : found->second;
    };
    for (const auto& [payer, fen] : all) comparison.compare(payer, amount_in(given, payer), amount_in(expected, payer));
}

void compare_operator(Comparison& comparison, const std::vector<OwedToOperator>& owed, const OperatorSums& expected) {
    comparison.compare("operating payment", sum_of(owed, OperatorPaymentKind::operating), expected.operating);
    comparison.compare("delivery payment", sum_of(owed, OperatorPaymentKind::delivery), expected.delivery);
}

std::set<std::size_t> paid_today(const SchemeVersion& version, const CaseHistory& history) {
    std::set<std::size_t> paid;
    const auto& kinds = history.to_operator_today;
    for (std::size_t place = 0; place < version.operator_payments.size(); ++place)
        if (std::find(kinds.begin(), kinds.end(), version.operator_payments[place].kind) != kinds.end())
            paid.insert(place);
    return paid;
}

CaseResult run_case(const Scheme& scheme, const SchemeCase& c) {
    const SchemeVersion* version = version_for(scheme, c);
    const Date date = date_of(c, version);
    const PriceQuery query = query_of(c, version, date);
    const RightSheet sheet = sheet_of(scheme, version, c.person, date);
    const Priced priced = price(query, sheet, uses_of(c.history, scheme, sheet, query.meal));

    Comparison comparison;
    compare_payers(comparison, priced, c.expect.by_payer);
    comparison.compare("self-pay", priced.self_pay, c.expect.self_pay);
    if (c.expect.to_operator) {
        std::vector<OwedToOperator> owed;
        if (version)
            owed = owed_to_operator(scheme, *version, c.person, query, priced, paid_today(*version, c.history));
        compare_operator(comparison, owed, *c.expect.to_operator);
    }
    return {c.id, comparison.difference()};
}

}  // namespace

std::vector<CaseResult> run_cases(const SchemeFile& file) {
    std::vector<CaseResult> results;
    for (const auto& c : file.cases) results.push_back(run_case(file.scheme, c));
    return results;
}

CaseCounts count(const std::vector<CaseResult>& results) {
    CaseCounts counts;
    for (const auto& result : results) ++(result.passed() ? counts.passed : counts.failed);
    return counts;
}

}  // namespace canteen
