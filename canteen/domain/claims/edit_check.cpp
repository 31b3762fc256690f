#include "canteen/domain/claims/edit_check.h"

#include <algorithm>
#include <array>
#include <deque>
#include <tuple>

#include "canteen/domain/model/refusal.h"

namespace canteen {

namespace {

// The gravest first, so that what is left out is the least.
constexpr std::array by_weight{
    FindingCode::after_death,          FindingCode::after_move,     FindingCode::not_entitled,
    FindingCode::same_person,          FindingCode::double_use,     FindingCode::served_over_entitled,
    FindingCode::never_seen_otherwise, FindingCode::over_open_days, FindingCode::never_claimed,
    FindingCode::spike_hour,           FindingCode::spike_till};

std::size_t weight_of(FindingCode code) {
    return static_cast<std::size_t>(std::ranges::find(by_weight, code) - by_weight.begin());
}

bool before(const Finding& a, const Finding& b) {
    if (a.code != b.code) return weight_of(a.code) < weight_of(b.code);
    return std::ranges::lexicographical_compare(a.params, b.params, [](const Param& x, const Param& y) {
        return std::tie(x.name, x.value) < std::tie(y.name, y.value);
    });
}

Finding told_of(const UnclaimedMonth& month) {
    return {0,
            FindingCode::never_claimed,
            {{"month", month_text(month.month)}, param("served", month.meals), param("fen", month.open.value)},
            ""};
}

void cut(std::vector<Finding>& findings) {
    if (findings.size() <= max_claim_findings) return;
    const auto more = static_cast<std::int64_t>(findings.size() - max_claim_findings);
    findings.resize(max_claim_findings);
    findings.push_back({0, FindingCode::more_findings, {param("count", more)}, ""});
}

// Records of one person that were merged are checked as one, by the record that was kept.
class LinesOfPersons {
public:
    explicit LinesOfPersons(const EditBasis& basis) : basis_(basis) {}

    // Lives as long as this and `line` do.
    const ClaimLine* of(const ClaimLine& line) {
        const Member* member = basis_.member(line.member);
        if (!member || !member->is_merged()) return &line;
        moved_.push_back(line);
        moved_.back().member = member->merged_into;
        return &moved_.back();
    }

private:
    const EditBasis& basis_;
    std::deque<ClaimLine> moved_;
};

}  // namespace

std::vector<Finding> check_claim(const std::vector<ClaimLine>& lines, const EditBasis& basis) {
    LinesOfPersons persons(basis);
    ServedMeals meals;
    for (const auto& line : lines)
        if (meals_added(line) > 0) meals.push_back(persons.of(line));
    ServedMeals served = meals;
    for (const auto& line : basis.earlier) served.push_back(persons.of(line));
    std::ranges::sort(served, {},
                      [](const ClaimLine* line) { return std::tie(line->member, line->meal, line->order); });
    auto findings = check_members(served, basis);
    for (auto& finding : check_persons(served, basis)) findings.push_back(std::move(finding));
    for (auto& finding : check_spikes(meals)) findings.push_back(std::move(finding));
    for (const auto& month : basis.unclaimed) findings.push_back(told_of(month));
    std::ranges::sort(findings, before);
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
    cut(findings);
    std::uint32_t number = 0;
    for (auto& finding : findings) finding.number = ++number;
    return findings;
}

}  // namespace canteen
