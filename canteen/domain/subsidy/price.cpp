#include "canteen/domain/subsidy/price.h"

#include <algorithm>

#include "canteen/domain/base/choice.h"
#include "canteen/domain/subsidy/budget.h"
#include "canteen/domain/subsidy/subsidy.h"
#include "canteen/domain/subsidy/tally.h"

namespace canteen {

namespace {

constexpr std::uint32_t whole_percent = 100;

bool excludes(const SheetScheme& scheme, const SheetScheme& other) {
    return std::any_of(scheme.excludes.begin(), scheme.excludes.end(),
                       [&other](const std::string& id) { return id == other.scheme || id == every_other_scheme; });
}

// Applies the steps of a sheet one after the other; each sees what the earlier ones left.
class Pricing {
public:
    Pricing(const PriceQuery& query, const RightSheet& sheet, const Uses& uses)
        : query_(query),
          sheet_(sheet),
          tally_(uses),
          food_(food_of(query.lines)),
          food_left_(food_),
          fee_left_(query.delivery_fee) {}

    void apply(const SheetScheme& scheme) {
        scheme_ = &scheme;
        subsidised_ = false;
        const char* hindrance = hindrance_of(scheme);
        const std::size_t shares_before = priced_.shares.size();
        for (const auto& step : scheme.steps) {
            step_ = &step;
            if (hindrance) {
                explain(hindrance);
            } else if (const char* terms_do_not_hold = hindrance_of(step.terms)) {
                explain(terms_do_not_hold);
            } else {
                std::visit([this](const auto& right) { apply(right); }, step.what);
            }
        }
        if (priced_.shares.size() > shares_before) gave_.push_back(&scheme);
        note_counts();
    }

    Priced result() && {
        priced_.self_pay = food_left_ + fee_left_;
        priced_.amounts = std::move(tally_).taken();
        return std::move(priced_);
    }

private:
    void apply(const SubsidyRight& right) {
        if (const char* hindrance = hindrance_of(right)) return explain(hindrance);
        const Fen room = std::max(food_left_ - std::max(right.min_self_pay, scheme_->min_self_pay), Fen{});
        if (room == Fen{}) return explain("self_pay_kept");
        const Fen capped = left_of_caps(right.limits, room);
        const auto gifts = chosen_gifts(right.choose, right.classes, [&](const SheetClass& sheet_class) {
            return basis_of(std::max(right.set_meals_from, sheet_class.set_meals_from), capped);
        });
        if (!gifts) return explain("below_min_spend");
        const Fen offered = sum_of(*gifts);
        if (capped < room && offered == capped) note_caps(right.limits, capped);
        Fen given;
        for (const auto& gift : *gifts) given += give(gift, food_left_);
        if (given == Fen{}) return explain(offered > Fen{} ? "budget_used" : nothing_given(capped));
        count(given);
        explain("given", given);
    }

    static const char* nothing_given(Fen capped) { return capped == Fen{} ? "limit_used" : "gives_nothing"; }

    // The lowest percentage; equal: the first.
    void apply(const std::vector<DiscountRight>& rights) {
        const DiscountRight* best = nullptr;
        std::uint32_t lowest = whole_percent;
        bool needs_number = false;
        for (const auto& right : rights) {
            if (!right.pay_percent && !sheet_.has_number()) needs_number = true;
            const std::uint32_t percent = percent_of(right);
            if (percent < lowest) {
                best = &right;
                lowest = percent;
            }
        }
        if (!best) return explain(needs_number ? "needs_number" : "gives_nothing");
        give_of_food(best->payer, part_of(food_left_, whole_percent - lowest, whole_percent, best->rounding));
    }

    // The lowest price to pay; equal: the first.
    void apply(const std::vector<FixedPriceRight>& rights) {
        const FixedPriceRight* best = nullptr;
        for (const auto& right : rights) {
            if (has_set_meal_of(right.list_price) && (!best || right.self_pay < best->self_pay)) best = &right;
        }
        if (!best) return explain("no_set_meal");
        const Fen set_left = best->list_price - (food_ - food_left_);
        give_of_food(best->payer, set_left - best->self_pay);
    }

    void apply(const QuotaRight& right) {
        if (!sheet_.has_number()) return explain("needs_number");
        const UseKey key = key_of(UseKind::quota_month);
        const Fen remaining = tally_.left_of(key, right.amount);
        if (remaining == Fen{}) {
            hold_back(key);
            return explain("limit_used");
        }
        if (remaining < food_left_) hold_back(key);
        tally_.take(key, give_of_food(right.payer, remaining));
    }

    void apply(const DeliveryFeeRight& right) {
        if (query_.mode != ServiceMode::delivery) return explain("other_mode");
        give_and_explain(right.payer, right.amount, fee_left_, fee_left_);
    }

    // Why no step of the scheme gives anything; null: they may.
    const char* hindrance_of(const SheetScheme& scheme) const {
        if (is_excluded(scheme)) return "excluded";
        return allows(scheme.identification, query_.identified) ? nullptr : "not_identified";
    }

    // Why the step gives nothing whatever its classes say; null: it may give.
    const char* hindrance_of(const SubsidyRight& right) {
        if (const char* hindrance = hindrance_of_meal_and_limits(right)) return hindrance;
        if (!has_set_meal_for(right)) return "no_set_meal";
        if (!is_enough(right.min_spend, right.set_meals_from)) return "below_min_spend";
        return food_left_ == Fen{} ? "nothing_left" : nullptr;
    }

    const char* hindrance_of(const StepTerms& terms) {
        if (const char* hindrance = hindrance_of_meal_and_limits(terms)) return hindrance;
        return is_enough(terms.min_spend, {}) ? nullptr : "below_min_spend";
    }

    // Of a subsidy or of terms.
    template <class Terms>
    const char* hindrance_of_meal_and_limits(const Terms& terms) {
        if (!allows(terms.meals, query_.meal.slot)) return "other_meal";
        if (!allows(terms.days, query_.day_kind)) return "other_day";
        if (!allows(terms.modes, query_.mode)) return "other_mode";
        if (!terms.meals_of_day.empty()) {
            if (!sheet_.has_number()) return "needs_number";
            if (!allows(terms.meals_of_day, meal_of_day())) return "other_meal_of_day";
        }
        if (!terms.limits.any()) return nullptr;
        if (!sheet_.has_number()) return "needs_number";
        return is_used_up(terms.limits) ? "limit_used" : nullptr;
    }

    bool is_enough(const std::optional<MinSpend>& min, const std::optional<Fen>& set_meals_from) const {
        return !min || is_reached(min, basis_of(set_meals_from, food_left_));
    }

    // Counts are of the scheme, over all its versions and steps, before this order.
    bool is_used_up(const Limits& limits) {
        bool any = false;
        const auto look_at = [&](UseKind kind, const std::optional<std::uint32_t>& limit) {
            if (!limit || tally_.used(key_of(kind)) < std::int64_t{*limit}) return;
            hold_back(key_of(kind));
            any = true;
        };
        look_at(UseKind::per_slot, limits.per_slot);
        look_at(UseKind::per_day, limits.per_day);
        look_at(UseKind::per_week, limits.per_week);
        look_at(UseKind::per_month, limits.per_month);
        look_at(UseKind::per_year, limits.per_year);
        return any;
    }

    // What of `most` the steps that count may still give the member in this month and year.
    Fen left_of_caps(const Limits& limits, Fen most) const {
        const auto look_at = [&](UseKind kind, const std::optional<Fen>& limit) {
            if (limit) most = std::min(most, tally_.left_of(key_of(kind), *limit));
        };
        look_at(UseKind::given_month, limits.given_per_month);
        look_at(UseKind::given_year, limits.given_per_year);
        return most;
    }

    void note_caps(const Limits& limits, Fen capped) {
        const auto look_at = [&](UseKind kind, const std::optional<Fen>& limit) {
            if (limit && tally_.left_of(key_of(kind), *limit) == capped) hold_back(key_of(kind));
        };
        look_at(UseKind::given_month, limits.given_per_month);
        look_at(UseKind::given_year, limits.given_per_year);
    }

    // The meal is a subsidised one.
    void count(Fen given) {
        subsidised_ = true;
        if (!sheet_.has_number()) return;
        for (const UseKind kind : scheme_->counted) {
            if (is_amount(kind)) tally_.take(key_of(kind), given);
        }
    }

    // What earlier steps took counts against the set meals first.
    SubsidyBasis basis_of(const std::optional<Fen>& set_meals_from, Fen room) const {
        const Fen looked_at = food_of(query_.lines, set_meals_from);
        const Fen left = set_meals_from ? std::max(looked_at - (food_ - food_left_), Fen{}) : food_left_;
        return {looked_at, left, query_.meal.slot, room};
    }

    bool has_set_meal_for(const SubsidyRight& right) const {
        const auto found = [&](const SheetClass& sheet_class) {
            const auto from = std::max(right.set_meals_from, sheet_class.set_meals_from);
            return !from || food_of(query_.lines, from) > Fen{};
        };
        return std::any_of(right.classes.begin(), right.classes.end(), found);
    }

    // 100: gives nothing. A guest without number has no first meal of the day.
    std::uint32_t percent_of(const DiscountRight& right) const {
        if (right.pay_percent) return *right.pay_percent;
        if (!sheet_.has_number()) return whole_percent;
        const auto& by_meal = right.pay_percent_by_meal_of_day;
        const auto eaten = meals_eaten();
        return eaten < by_meal.size() ? by_meal[eaten] : whole_percent;
    }

    bool was_eaten(MealSlot slot) const {
        return tally_.used({sheet_.member, "", UseKind::meal_eaten,
                            period_of(UseKind::meal_eaten, {query_.meal.date, slot})}) > 0;
    }
    std::size_t meals_eaten() const {
        return static_cast<std::size_t>(
            std::count_if(meal_slots.begin(), meal_slots.end(), [this](MealSlot slot) { return was_eaten(slot); }));
    }
    // 1: the first. Several orders of a meal are one.
    std::uint32_t meal_of_day() const {
        return static_cast<std::uint32_t>(meals_eaten() - (was_eaten(query_.meal.slot) ? 1 : 0) + 1);
    }

    bool has_set_meal_of(Fen list_price) const {
        return std::any_of(query_.lines.begin(), query_.lines.end(), [list_price](const PricedLine& line) {
            return line.set_meal && line.quantity > 0 && list_price * line.quantity == line.amount;
        });
    }

    // Of two schemes one of which excludes the other, only the first that gives.
    bool is_excluded(const SheetScheme& scheme) const {
        return std::any_of(gave_.begin(), gave_.end(), [&scheme](const SheetScheme* earlier) {
            return excludes(*earlier, scheme) || excludes(scheme, *earlier);
        });
    }

    // Of the member, for the scheme being applied.
    UseKey key_of(UseKind kind) const { return {sheet_.member, scheme_->scheme, kind, period_of(kind, query_.meal)}; }

    void hold_back(const UseKey& key, const std::string& payer = {}) {
        priced_.held_back.push_back({scheme_->scheme, step_->index, payer, key});
    }

    // As far as the payer's budgets reach.
    Fen within_budgets(const Gift& gift) {
        Fen most = gift.fen;
        for (const auto& budget : scheme_->budgets) {
            if (!covers(budget, gift.payer)) continue;
            const UseKey key = canteen::key_of(*scheme_, budget, query_.meal);
            const Fen left = tally_.left_of(key, budget.amount);
            if (left < gift.fen) hold_back(key, gift.payer);
            most = std::min(most, left);
        }
        for (const auto& budget : scheme_->budgets) {
            if (covers(budget, gift.payer)) tally_.take(canteen::key_of(*scheme_, budget, query_.meal), most);
        }
        return most;
    }

    // Books the gift and says what it came to; a payer of a step has one share, however many benefits it comes from.
    Fen give(const Gift& gift, Fen& left) {
        const Fen given = within_budgets(gift);
        if (given == Fen{}) return given;
        left -= given;
        auto& shares = priced_.shares;
        const auto same = std::find_if(shares.begin(), shares.end(), [&](const Share& s) {
            return s.scheme == scheme_->scheme && s.step == step_->index && s.payer == gift.payer;
        });
        if (same != shares.end()) {
            same->fen += given;
        } else {
            shares.push_back({scheme_->scheme, step_->index, gift.payer, given});
        }
        return given;
    }

    Fen give_of_food(const std::string& payer, Fen offered) {
        return give_and_explain(payer, offered, food_left_, std::max(food_left_ - scheme_->min_self_pay, Fen{}));
    }

    // Of a step of another kind than subsidy.
    Fen give_and_explain(const std::string& payer, Fen offered, Fen& left, Fen room) {
        const Fen wanted = std::clamp(offered, Fen{}, room);
        const Fen asked = left_of_caps(step_->terms.limits, wanted);
        if (asked < wanted) note_caps(step_->terms.limits, asked);
        const bool is_left = left > Fen{};
        const Fen given = give({payer, asked}, left);
        if (given > Fen{}) {
            if (step_->counts()) count(given);
            explain("given", given);
        } else if (asked > Fen{}) {
            explain("budget_used");
        } else if (wanted > Fen{}) {
            explain("limit_used");
        } else if (room == Fen{}) {
            explain(is_left ? "self_pay_kept" : "nothing_left");
        } else {
            explain("gives_nothing");
        }
        return given;
    }

    void explain(const char* code, Fen fen = {}) { priced_.why.push_back({scheme_->scheme, step_->index, code, fen}); }

    // The three short counts whatever today's limits are: they hold over all versions of the scheme.
    void note_counts() {
        if (!subsidised_ || !sheet_.has_number()) return;
        for (const UseKind kind : {UseKind::per_slot, UseKind::per_day, UseKind::per_week}) {
            priced_.uses.push_back(key_of(kind));
        }
        for (const UseKind kind : scheme_->counted) {
            if (!is_amount(kind)) priced_.uses.push_back(key_of(kind));
        }
    }

    const PriceQuery& query_;
    const RightSheet& sheet_;
    Tally tally_;
    Fen food_;  // before any discount, without the delivery fee
    Fen food_left_;
    Fen fee_left_;
    Priced priced_;
    std::vector<const SheetScheme*> gave_;

    // Of the scheme being applied.
    const SheetScheme* scheme_ = nullptr;
    const SheetStep* step_ = nullptr;
    bool subsidised_ = false;
};

}  // namespace

Priced price(const PriceQuery& query, const RightSheet& sheet, const Uses& uses) {
    Pricing pricing(query, sheet, uses);
    for (const auto& scheme : sheet.schemes) pricing.apply(scheme);
    return std::move(pricing).result();
}

}  // namespace canteen
