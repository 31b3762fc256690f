#include "canteen/reports/explain.h"

#include <algorithm>

#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/subsidy/budget.h"
#include "canteen/domain/subsidy/entitle.h"
#include "canteen/texts/say.h"

namespace canteen {
namespace {

const Dish* find_dish(const Menu& menu, const std::string& word) {
    const auto found = std::find_if(menu.dishes.begin(), menu.dishes.end(), [&word](const Dish& dish) {
        return std::to_string(dish.id.value) == word || dish.name == word || dish.name_en == word;
    });
    return found == menu.dishes.end() ? nullptr : &*found;
}

const char* step_word(const SchemeStep& step) {
    constexpr const char* words[] = {"step.subsidy", "step.discount", "step.fixed_price", "step.quota",
                                     "step.delivery_fee"};
    return words[step.index()];
}

const char* word_of_meal(MealSlot slot) {
    if (slot == MealSlot::breakfast) return "meal.breakfast";
    return slot == MealSlot::lunch ? "meal.lunch" : "meal.dinner";
}

const char* word_of_mode(ServiceMode mode) {
    if (mode == ServiceMode::dine_in) return "mode.dine_in";
    return mode == ServiceMode::takeaway ? "mode.takeaway" : "mode.delivery";
}

const char* day_word(DayKind day) {
    if (day == DayKind::workday) return "day.workday";
    if (day == DayKind::make_up_workday) return "day.make_up_workday";
    return day == DayKind::weekend ? "day.weekend" : "day.holiday";
}

const char* way_word(Identified way) {
    switch (way) {
        case Identified::card:
            return "identified.card";
        case Identified::code:
            return "identified.code";
        case Identified::face:
            return "identified.face";
        case Identified::number:
            return "identified.number";
        case Identified::by_sight:
            return "identified.manual";
        case Identified::not_said:
            break;
    }
    return "identified.not_said";
}

const char* period_word(UseKind kind) {
    switch (kind) {
        case UseKind::per_slot:
        case UseKind::meal_eaten:
            return "use.slot";
        case UseKind::per_day:
            return "use.day";
        case UseKind::per_week:
            return "use.week";
        case UseKind::per_year:
        case UseKind::given_year:
        case UseKind::budget_year:
            return "use.year";
        default:
            return "use.month";
    }
}

// The dishes as they are priced and as they are told.
struct ReadDishes {
    std::vector<PricedLine> lines;
    std::vector<std::string> texts;
};

// Says so if the menu does not have a dish as it is asked for.
std::variant<ReadDishes, std::string> read_dishes(const ExplainRequest& request, const Menu& menu) {
    const auto refusal = [&request](std::string_view code, const DishWord& word) {
        return say(code, {{"dish", word.dish}}, request.language);
    };
    ReadDishes read;
    for (const auto& word : request.dishes) {
        const Dish* dish = find_dish(menu, word.dish);
        if (!dish) return refusal("refused.dish_unknown", word);
        if (dish->by_weight() != (word.grams != 0))
            return refusal(dish->by_weight() ? "explain.by_weight" : "explain.by_portion", word);
        OrderLine line;
        line.quantity = word.quantity;
        line.grams = word.grams;
        const Fen amount = price_of(line, *dish);
        read.lines.push_back({amount, dish->is_set_meal(), word.quantity});
        const std::string count =
            word.grams != 0 ? " " + std::to_string(word.grams) + " g" : " x" + std::to_string(word.quantity);
        read.texts.push_back((request.language == Language::zh || dish->name_en.empty() ? dish->name : dish->name_en) +
                             count + "  " + to_yuan(amount));
    }
    return read;
}

// One explanation on its way to its text.
class Telling {
public:
    Telling(const ExplainRequest& request, const ExplainBasis& basis, ReadDishes dishes)
        : request_(request), basis_(basis), dishes_(std::move(dishes)) {}

    Explanation tell() {
        query_.lines = std::move(dishes_.lines);
        query_.delivery_fee = request_.fee;
        query_.mode = request_.mode;
        query_.meal = request_.meal;
        query_.day_kind = basis_.menu.day_kind;
        query_.own_kitchen = basis_.site.own_kitchen;
        query_.identified = request_.identified;
        SchemesByPriority schemes;
        for (const auto& [priority, scheme] : basis_.schemes) schemes.push_back(&scheme);
        sheet_ = entitle(&basis_.member, areas_of(basis_.site), schemes, {}, request_.meal.date, 0);
        priced_ = price(query_, sheet_, basis_.uses);
        head();
        for (const Scheme* scheme : schemes) tell_scheme(*scheme);
        if (schemes.empty()) line(0, words("not_for_schemes"));
        line(0, words("self_pay") + "  " + to_yuan(priced_.self_pay));
        return {std::move(priced_), std::move(text_)};
    }

private:
    // A price's reason, a step, a day: each has its text under its own name.
    std::string words(std::string_view name) const {
        return say("explain." + std::string(name), {}, request_.language);
    }

    void line(std::size_t depth, const std::string& text) {
        if (!text_.empty()) text_ += "\n";
        text_ += std::string(2 * depth, ' ') + text;
    }

    void head() {
        line(0, words("member") + " " + request_.member_number + "  " + to_string(request_.meal.date) + " " +
                    words(word_of_meal(request_.meal.slot)) + "  " + words(day_word(query_.day_kind)) + "  " +
                    words(word_of_mode(request_.mode)));
        for (const auto& dish : dishes_.texts) line(1, dish);
        line(1, words("food") + "  " + to_yuan(food_of(query_.lines)));
        if (request_.fee > Fen{}) line(1, words("fee") + "  " + to_yuan(request_.fee));
        line(1, words(basis_.as_it_began ? "counted.then" : "counted.now"));
    }

    void tell_scheme(const Scheme& scheme) {
        const bool english = request_.language == Language::en && !scheme.name_en.empty();
        const std::string name =
            words("scheme") + " " + scheme.id + " (" + (english ? scheme.name_en : scheme.name) + ")";
        const SchemeVersion* version = scheme.version_on(request_.meal.date);
        if (!version) return line(0, name + ": " + words("not_in_force"));
        line(0, name + "  " + words("version") + " " + version->id);
        for (std::uint32_t index = 0; index < version->steps.size(); ++index) tell_step(scheme, *version, index);
    }

    void tell_step(const Scheme& scheme, const SchemeVersion& version, std::uint32_t index) {
        const SchemeStep& step = version.steps[index];
        const auto why = std::find_if(priced_.why.begin(), priced_.why.end(),
                                      [&](const Why& w) { return w.scheme == scheme.id && w.step == index; });
        std::string text = words("step") + " " + std::to_string(index + 1) + " " + words(step_word(step)) + ": ";
        if (why == priced_.why.end()) return line(1, text + words("not_for_member"));
        text += words(why->code);
        if (why->fen > Fen{}) text += " " + to_yuan(why->fen) + shares_of(scheme.id, index);
        line(1, text);
        if (why->code == "given") tell_choice(step);
        if (why->code == "below_min_spend") tell_min_spend(step);
        if (why->code == "not_identified") tell_identification(version);
        tell_limits(scheme.id, terms_of(step).limits);
        if (const auto* quota = std::get_if<QuotaStep>(&step))
            tell_use(key(scheme.id, UseKind::quota_month), quota->amount.value);
        for (const auto& held : priced_.held_back)
            if (held.scheme == scheme.id && held.step == index && is_budget(held.key.kind)) tell_budget(held.key);
    }

    // " = city 3.00 + district 3.00"
    std::string shares_of(const std::string& scheme, std::uint32_t index) const {
        std::string text;
        for (const auto& share : priced_.shares) {
            if (share.scheme != scheme || share.step != index) continue;
            text += (text.empty() ? " = " : " + ") + share.payer + " " + to_yuan(share.fen);
        }
        return text;
    }

    void tell_choice(const SchemeStep& step) {
        const auto* subsidy = std::get_if<SubsidyStep>(&step);
        if (!subsidy || subsidy->choose == Choose::best) return;
        line(2, words(subsidy->choose == Choose::first ? "choose.first" : "choose.sum"));
    }

    void tell_min_spend(const SchemeStep& step) {
        const auto& min = terms_of(step).min_spend;
        if (!min) return;  // of a class: which one, is nobody's business
        line(2, words(min->strict ? "min_spend.more_than" : "min_spend.at_least") + " " + to_yuan(min->fen) + " " +
                    words(min->after_earlier ? "min_spend.of_left" : "min_spend.of_list"));
    }

    void tell_identification(const SchemeVersion& version) {
        std::string ways;
        for (const auto way : version.identification) ways += (ways.empty() ? "" : ", ") + words(way_word(way));
        line(2, words("identified.asked") + " " + ways + "; " + words("identified.was") + " " +
                    words(way_word(request_.identified)));
    }

    UseKey key(const std::string& scheme, UseKind kind) const {
        return {basis_.member.id, scheme, kind, period_of(kind, request_.meal)};
    }

    void tell_limits(const std::string& scheme, const Limits& limits) {
        const auto count = [&](UseKind kind, const std::optional<std::uint32_t>& limit) {
            if (limit) tell_use(key(scheme, kind), *limit);
        };
        const auto amount = [&](UseKind kind, const std::optional<Fen>& limit) {
            if (limit) tell_use(key(scheme, kind), limit->value);
        };
        count(UseKind::per_slot, limits.per_slot);
        count(UseKind::per_day, limits.per_day);
        count(UseKind::per_week, limits.per_week);
        count(UseKind::per_month, limits.per_month);
        count(UseKind::per_year, limits.per_year);
        amount(UseKind::given_month, limits.given_per_month);
        amount(UseKind::given_year, limits.given_per_year);
    }

    std::string shown(UseKind kind, std::int64_t value) const {
        return is_amount(kind) ? to_yuan({value}) : std::to_string(value);
    }

    void tell_use(const UseKey& key, std::int64_t limit) {
        const auto used = basis_.uses.find(key);
        line(2, words("used") + " " + words(period_word(key.kind)) + " " +
                    shown(key.kind, used == basis_.uses.end() ? 0 : used->second) + " / " + shown(key.kind, limit));
    }

    void tell_budget(const UseKey& key) {
        for (const auto& scheme : sheet_.schemes)
            for (const auto& budget : scheme.budgets)
                if (key_of(scheme, budget, request_.meal) == key) {
                    line(2, words("held_back") + " " + key.scheme);
                    tell_use(key, budget.amount.value);
                }
    }

    const ExplainRequest& request_;
    const ExplainBasis& basis_;
    ReadDishes dishes_;
    PriceQuery query_;
    RightSheet sheet_;
    Priced priced_;
    std::string text_;
};

}  // namespace

std::variant<Explanation, std::string> explain(const ExplainRequest& request, const ExplainBasis& basis) {
    auto dishes = read_dishes(request, basis.menu);
    if (auto* refused = std::get_if<std::string>(&dishes)) return std::move(*refused);
    return Telling(request, basis, std::get<ReadDishes>(std::move(dishes))).tell();
}

}  // namespace canteen
