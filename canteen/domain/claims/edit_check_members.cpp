#include <algorithm>
#include <limits>
#include <map>
#include <span>

#include "canteen/domain/claims/edit_check.h"
#include "canteen/domain/model/names.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/subsidy/entitle.h"

namespace canteen {

namespace {

constexpr std::uint32_t without_limit = std::numeric_limits<std::uint32_t>::max();

using MemberMeals = std::span<const ClaimLine* const>;

// True if the right gives anything in the payer's name.
struct GivesFrom {
    const std::string& payer;
    bool operator()(const SubsidyRight& right) const {
        return std::ranges::any_of(right.classes, [this](const SheetClass& c) {
            return std::ranges::any_of(c.benefits, [this](const Benefit& b) { return b.payer == payer; });
        });
    }
    template <class Right>
    bool operator()(const std::vector<Right>& rights) const {
        return std::ranges::any_of(rights, [this](const Right& right) { return right.payer == payer; });
    }
    template <class Right>
    bool operator()(const Right& right) const {
        return right.payer == payer;
    }
};

// One member's meals in the claim, and those of the same months and weeks that earlier claims asked for.
class MemberCheck {
public:
    MemberCheck(MemberMeals meals, const EditBasis& basis, std::vector<Finding>& findings)
        : meals_(meals), basis_(basis), findings_(findings), id_(meals.front()->member), known_(basis.member(id_)) {}

    void run() {
        check_double_use();
        for (auto kind : {UseKind::per_slot, UseKind::per_day, UseKind::per_week, UseKind::per_month})
            check_limit(kind);
        check_open_days();
        check_seen();
        if (!known_) return;
        tell_since(FindingCode::after_death, [this](const ClaimLine& m) { return known_->is_dead_on(m.meal.date); });
        tell_since(FindingCode::after_move, [this](const ClaimLine& m) { return has_moved(m); });
        tell_since(FindingCode::not_entitled, [this](const ClaimLine& m) {
            return !known_->is_dead_on(m.meal.date) && !has_moved(m) && !is_entitled(m);
        });
    }

private:
    struct Served {
        std::uint32_t times = 0, entitled = 0;
        bool is_new = false;  // one of them is asked for by this claim
        Date last;
    };
    static void count(Served& served, const ClaimLine& meal) {
        ++served.times;
        served.is_new |= is_new(meal);
        served.last = std::max(served.last, meal.meal.date);
    }
    static bool is_new(const ClaimLine& meal) { return meals_added(meal) > 0; }

    const SchemeVersion* version_of(const ClaimLine& meal) const {
        return basis_.scheme ? basis_.scheme->version(meal.version) : nullptr;
    }
    const SchemeStep* step_of(const ClaimLine& meal, std::uint32_t step) const {
        const auto* version = version_of(meal);
        return version && step < version->steps.size() ? &version->steps[step] : nullptr;
    }

    void tell(FindingCode code, std::vector<Param> params) {
        params.insert(params.begin(), param("member", basis_.reference(id_)));
        findings_.push_back({0, code, std::move(params), ""});
    }
    // How many such meals there are. Since when would tell a death or a move to whoever reads the journal.
    template <class Test>
    void tell_since(FindingCode code, Test test) {
        const auto served = std::ranges::count_if(meals_, [&](const ClaimLine* m) { return is_new(*m) && test(*m); });
        if (served > 0) tell(code, {param("served", served)});
    }

    void check_double_use() {
        std::map<Meal, Served> served;
        for (const auto* meal : meals_) count(served[meal->meal], *meal);
        for (const auto& [meal, count] : served)
            if (count.times > 1 && count.is_new)
                tell(FindingCode::double_use, {param("date", to_string(meal.date)), param("meal", name_of(meal.slot)),
                                               param("served", count.times)});
    }

    static std::optional<std::uint32_t> limit_of(const Limits& limits, UseKind kind) {
        if (kind == UseKind::per_slot) return limits.per_slot;
        if (kind == UseKind::per_day) return limits.per_day;
        return kind == UseKind::per_week ? limits.per_week : limits.per_month;
    }

    // The largest of the steps that gave the meal; nothing: none of them has such a limit.
    std::optional<std::uint32_t> entitled_to(const ClaimLine& meal, UseKind kind) const {
        std::optional<std::uint32_t> most;
        for (const auto step : meal.steps) {
            const auto* gave = step_of(meal, step);
            const auto limit = gave ? limit_of(terms_of(*gave).limits, kind) : std::nullopt;
            if (limit) most = std::max(most.value_or(0), *limit);
        }
        return most;
    }

    // A limit counts over all steps and versions of the scheme; meals of a step without one do not count, for it may
    // give beside. The date is that of the last meal.
    void check_limit(UseKind kind) {
        std::map<std::int32_t, Served> served;
        for (const auto* meal : meals_) {
            const auto entitled = entitled_to(*meal, kind);
            if (!entitled) continue;
            auto& period = served[period_of(kind, meal->meal)];
            count(period, *meal);
            period.entitled = std::max(period.entitled, *entitled);
        }
        for (const auto& [period, count] : served)
            if (count.times > count.entitled && count.is_new)
                tell(FindingCode::served_over_entitled,
                     {param("date", to_string(count.last)), param("served", count.times),
                      param("entitled", count.entitled)});
    }

    static std::size_t slots_of(const SchemeStep& step) {
        const auto& meals = terms_of(step).meals;
        return meals.empty() ? meal_slots.size() : meals.size();
    }

    // What the scheme lets a member have a day through the steps that gave this meal. What pays for the delivery beside
    // another right entitles to no meal.
    std::uint32_t most_a_day(const ClaimLine& meal) const {
        std::uint32_t most = 0;
        for (const auto step : meal.steps) {
            const auto* gave = step_of(meal, step);
            if (!gave) return without_limit;
            if (!counts(*gave)) continue;
            const auto& limits = terms_of(*gave).limits;
            const auto slots = static_cast<std::uint32_t>(slots_of(*gave));
            const auto by_slot = limits.per_slot ? slots * *limits.per_slot : without_limit;
            most = std::max(most, std::min(by_slot, limits.per_day.value_or(without_limit)));
        }
        return most == 0 ? without_limit : most;
    }

    void check_open_days() {
        std::uint32_t served = 0, most = 0;
        for (const auto* meal : meals_) {
            if (meal->late || !is_new(*meal)) continue;
            ++served;
            most = std::max(most, most_a_day(*meal));
        }
        if (most == without_limit) return;
        const auto days = basis_.seen.open_days(basis_.period);
        if (served > days * most)
            tell(FindingCode::over_open_days, {param("served", served), param("most", days * most)});
    }

    // Whoever is made up or does not come leaves only meals that nobody pays a fen for, entered at one till.
    void check_seen() {
        const auto* seen = basis_.seen.member(id_);
        if (!seen || seen->orders < seen_least || seen->for_nothing < seen->orders || seen->several_tills) return;
        tell_since(FindingCode::never_seen_otherwise, [](const ClaimLine&) { return true; });
    }

    bool is_given(const ClaimLine& meal, const SchemeVersion& version, const Facts& facts) const {
        const auto rights = rights_in(*basis_.scheme, version, facts);
        return std::ranges::any_of(rights.steps, [&](const SheetStep& step) {
            return std::ranges::find(meal.steps, step.index) != meal.steps.end() &&
                   std::visit(GivesFrom{basis_.payer.payer}, step.what);
        });
    }

    // By the facts known now; true if the version is not known any more.
    bool is_entitled(const ClaimLine& meal) const {
        const auto* version = version_of(meal);
        return !version || is_given(meal, *version, facts_on(*known_, basis_.areas, meal.meal.date));
    }

    // True if the payer would still give, had an area that ended before the meal not ended.
    bool has_moved(const ClaimLine& meal) const {
        const auto date = meal.meal.date;
        const auto ended = [date](const AreaFact& fact) { return fact.valid.to && *fact.valid.to < date; };
        if (std::ranges::none_of(known_->hukou, ended) && std::ranges::none_of(known_->residence, ended)) return false;
        const auto* version = version_of(meal);
        if (!version || is_entitled(meal)) return false;
        Facts facts = facts_on(*known_, basis_.areas, date);
        for (const auto& fact : known_->hukou)
            if (ended(fact)) facts.hukou = std::max(facts.hukou, facts_on(*known_, basis_.areas, *fact.valid.to).hukou);
        for (const auto& fact : known_->residence) {
            if (!ended(fact)) continue;
            const Facts then = facts_on(*known_, basis_.areas, *fact.valid.to);
            facts.resident |= then.resident;
            facts.residence = std::max(facts.residence, then.residence);
        }
        return is_given(meal, *version, facts);
    }

    MemberMeals meals_;
    const EditBasis& basis_;
    std::vector<Finding>& findings_;
    MemberId id_;
    const Member* known_;
};

}  // namespace

std::vector<Finding> check_members(const ServedMeals& meals, const EditBasis& basis) {
    std::vector<Finding> findings;
    for (std::size_t first = 0; first < meals.size();) {
        std::size_t last = first;
        while (last < meals.size() && meals[last]->member == meals[first]->member) ++last;
        if (!meals[first]->member.is_nil())
            MemberCheck(MemberMeals(meals).subspan(first, last - first), basis, findings).run();
        first = last;
    }
    return findings;
}

}  // namespace canteen
