#include <algorithm>
#include <map>
#include <span>

#include "canteen/domain/claims/edit_check.h"
#include "canteen/domain/claims/entitlement.h"
#include "canteen/domain/model/names.h"
#include "canteen/domain/model/refusal.h"

namespace canteen {

namespace {

using MemberMeals = std::span<const ClaimLine* const>;

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
        const Entitlement entitlement(basis_, *known_);
        tell_since(FindingCode::after_move, [&](const ClaimLine& m) { return entitlement.ended_by_moving(m); });
        tell_since(FindingCode::not_entitled, [&](const ClaimLine& m) {
            return !known_->is_dead_on(m.meal.date) && !entitlement.ended_by_moving(m) && !entitlement.holds_for(m);
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

    // A limit counts over all steps and versions of the scheme; meals of a step without one do not count, for it may
    // give beside. The date is that of the last meal.
    void check_limit(UseKind kind) {
        std::map<std::int32_t, Served> served;
        for (const auto* meal : meals_) {
            const auto entitled = entitled_to(basis_, *meal, kind);
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

    void check_open_days() {
        std::uint32_t served = 0, most = 0;
        for (const auto* meal : meals_) {
            if (meal->late || !is_new(*meal)) continue;
            ++served;
            most = std::max(most, most_a_day(basis_, *meal));
        }
        if (most == without_limit) return;
        const auto days = basis_.seen.open_days(basis_.period);
        if (served > days * most)
            tell(FindingCode::over_open_days, {param("served", served), param("most", days * most)});
    }

    // A guest who is made up or does not come leaves only meals that nobody pays a fen for, entered at one till.
    void check_seen() {
        const auto* seen = basis_.seen.member(id_);
        if (!seen || seen->orders < seen_least || seen->for_nothing < seen->orders || seen->several_tills) return;
        tell_since(FindingCode::never_seen_otherwise, [](const ClaimLine&) { return true; });
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
