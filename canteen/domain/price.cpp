#include "canteen/domain/price.h"

#include <algorithm>

#include "canteen/domain/subsidy.h"

namespace canteen {

namespace {

constexpr std::uint32_t whole_percent = 100;

template <class T>
bool allows(const std::vector<T>& choice, T value) {
    return choice.empty() || std::find(choice.begin(), choice.end(), value) != choice.end();
}

// Applies the steps of a sheet one after the other; each sees what the earlier ones left.
class Pricing {
public:
    Pricing(const PriceQuery& query, const RightSheet& sheet, const Uses& uses)
        : query_(query), sheet_(sheet), uses_(uses), fee_left_(query.delivery_fee) {
        for (const auto& line : query.lines) food_ += line.amount;
        food_left_ = food_;
    }

    void apply(const SheetScheme& scheme) {
        scheme_ = &scheme;
        subsidised_ = false;
        quota_taken_ = Fen{};
        for (const auto& step : scheme.steps) {
            step_ = step.index;
            std::visit([this](const auto& right) { apply(right); }, step.what);
        }
        note_uses();
    }

    Priced result() && {
        priced_.self_pay = food_left_ + fee_left_;
        return std::move(priced_);
    }

private:
    void apply(const SubsidyRight& right) {
        if (const char* hindrance = hindrance_of(right)) return explain(hindrance);
        const auto gifts = best_gifts(right.classes, {food_, food_left_, query_.meal.slot});
        if (!gifts) return explain("below_min_spend");
        for (const auto& gift : *gifts) give(gift, food_left_);
        const Fen sum = sum_of(*gifts);
        if (sum == Fen{}) return explain("gives_nothing");
        subsidised_ = true;
        explain("given", sum);
    }

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
        give_and_explain(best->payer, {food_left_.value * (whole_percent - lowest) / whole_percent}, food_left_);
    }

    // The lowest price to pay; equal: the first.
    void apply(const std::vector<FixedPriceRight>& rights) {
        const FixedPriceRight* best = nullptr;
        for (const auto& right : rights) {
            if (has_set_meal_of(right.list_price) && (!best || right.self_pay < best->self_pay)) best = &right;
        }
        if (!best) return explain("no_set_meal");
        const Fen set_left = best->list_price - (food_ - food_left_);
        give_and_explain(best->payer, set_left - best->self_pay, food_left_);
    }

    void apply(const QuotaRight& right) {
        if (!sheet_.has_number()) return explain("needs_number");
        const UseKey key = key_of(scheme_->scheme, UseKind::quota_month);
        const Fen remaining = right.amount - Fen{used(key)} - quota_taken_;
        if (remaining <= Fen{}) return explain("limit_used");
        const Fen taken = std::min(remaining, food_left_);
        give_and_explain(right.payer, taken, food_left_);
        if (taken == Fen{}) return;
        if (quota_taken_ == Fen{}) priced_.quota.emplace_back(key, Fen{});
        quota_taken_ += taken;
        priced_.quota.back().second = quota_taken_;
    }

    void apply(const DeliveryFeeRight& right) {
        if (query_.mode != ServiceMode::delivery) return explain("other_mode");
        give_and_explain(right.payer, right.amount, fee_left_);
    }

    // Why the step gives nothing whatever its classes say; null: it may give.
    const char* hindrance_of(const SubsidyRight& right) const {
        if (!allows(right.meals, query_.meal.slot)) return "other_meal";
        if (!allows(right.days, query_.day_kind)) return "other_day";
        if (!allows(right.modes, query_.mode)) return "other_mode";
        if (right.limits.any() && !sheet_.has_number()) return "needs_number";
        if (is_used_up(right.limits)) return "limit_used";
        if (!is_reached(right.min_spend, food_)) return "below_min_spend";
        return food_left_ == Fen{} ? "nothing_left" : nullptr;
    }

    // Counts are of the scheme, over all its versions and steps, before this order.
    bool is_used_up(const Limits& limits) const {
        const auto full = [this](UseKind kind, const std::optional<std::uint32_t>& limit) {
            return limit && used(key_of(scheme_->scheme, kind)) >= std::int64_t{*limit};
        };
        return full(UseKind::per_slot, limits.per_slot) || full(UseKind::per_day, limits.per_day) ||
               full(UseKind::per_week, limits.per_week);
    }

    // 100: gives nothing. A guest without number has no first meal of the day.
    std::uint32_t percent_of(const DiscountRight& right) const {
        if (right.pay_percent) return *right.pay_percent;
        if (!sheet_.has_number()) return whole_percent;
        const auto& by_meal = right.pay_percent_by_meal_of_day;
        const auto eaten = meals_eaten();
        return eaten < by_meal.size() ? by_meal[eaten] : whole_percent;
    }

    std::size_t meals_eaten() const {
        return static_cast<std::size_t>(std::count_if(meal_slots.begin(), meal_slots.end(), [this](MealSlot slot) {
            return used({sheet_.member, "", UseKind::meal_eaten,
                         period_of(UseKind::meal_eaten, {query_.meal.date, slot})}) > 0;
        }));
    }

    bool has_set_meal_of(Fen list_price) const {
        return std::any_of(query_.lines.begin(), query_.lines.end(), [list_price](const PricedLine& line) {
            return line.set_meal && line.quantity > 0 && list_price * line.quantity == line.amount;
        });
    }

    UseKey key_of(const std::string& scheme, UseKind kind) const {
        return {sheet_.member, scheme, kind, period_of(kind, query_.meal)};
    }

    std::int64_t used(const UseKey& key) const {
        const auto found = uses_.find(key);
        return found == uses_.end() ? 0 : found->second;
    }

    // Books the gift; a payer of a step has one share, however many benefits it comes from.
    void give(const Gift& gift, Fen& left) {
        if (gift.fen == Fen{}) return;
        left -= gift.fen;
        auto& shares = priced_.shares;
        const auto same = std::find_if(shares.begin(), shares.end(), [&](const Share& s) {
            return s.scheme == scheme_->scheme && s.step == step_ && s.payer == gift.payer;
        });
        if (same != shares.end()) {
            same->fen += gift.fen;
        } else {
            shares.push_back({scheme_->scheme, step_, gift.payer, gift.fen});
        }
    }

    void give_and_explain(const std::string& payer, Fen offered, Fen& left) {
        if (left == Fen{}) return explain("nothing_left");
        const Fen given = std::clamp(offered, Fen{}, left);
        give({payer, given}, left);
        explain(given == Fen{} ? "gives_nothing" : "given", given);
    }

    void explain(const char* code, Fen fen = {}) { priced_.why.push_back({scheme_->scheme, step_, code, fen}); }

    // All three counts, whatever today's limits are: they hold over all versions of the scheme.
    void note_uses() {
        if (!subsidised_ || !sheet_.has_number()) return;
        for (const UseKind kind : {UseKind::per_slot, UseKind::per_day, UseKind::per_week}) {
            priced_.uses.push_back(key_of(scheme_->scheme, kind));
        }
    }

    const PriceQuery& query_;
    const RightSheet& sheet_;
    const Uses& uses_;
    Fen food_;  // before any discount, without the delivery fee
    Fen food_left_;
    Fen fee_left_;
    Priced priced_;

    // Of the scheme being applied.
    const SheetScheme* scheme_ = nullptr;
    std::uint32_t step_ = 0;
    bool subsidised_ = false;
    Fen quota_taken_;
};

}  // namespace

Priced price(const PriceQuery& query, const RightSheet& sheet, const Uses& uses) {
    Pricing pricing(query, sheet, uses);
    for (const auto& scheme : sheet.schemes) pricing.apply(scheme);
    return std::move(pricing).result();
}

}  // namespace canteen
