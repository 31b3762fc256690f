#include "canteen/files/schemes/scheme_terms.h"

#include <array>
#include <set>

#include "canteen/files/schemes/scheme_words.h"

namespace canteen {

namespace {

// A workday stays one when it makes up for a holiday.
constexpr Word<std::array<DayKind, 2>> days_words[] = {
    {"WORKDAY", {DayKind::workday, DayKind::make_up_workday}},
    {"REGULAR_WORKDAY", {DayKind::workday, DayKind::workday}},
    {"MAKE_UP_WORKDAY", {DayKind::make_up_workday, DayKind::make_up_workday}},
    {"WEEKEND", {DayKind::weekend, DayKind::weekend}},
    {"HOLIDAY", {DayKind::holiday, DayKind::holiday}}};

template <class Words>
auto read_choice(JsonFields& fields, std::string_view key, const Words& words) {
    const auto place = fields.find(key);
    return place ? read_word_list(*place, words) : decltype(read_word_list(*place, words)){};
}

std::vector<std::uint32_t> read_meals_of_day(JsonFields& fields) {
    const auto place = fields.find("meals_of_day");
    if (!place) return {};
    std::vector<std::uint32_t> ordinals;
    for (const auto& item : read_list(*place)) ordinals.push_back(read_count(item, 1, meal_slots.size()));
    return ordinals;
}

Limits read_limits(JsonFields& owner) {
    const auto place = owner.find("limits");
    if (!place) return {};
    JsonFields fields(*place);
    const auto limit = [&fields](std::string_view key) -> std::optional<std::uint32_t> {
        const auto field = fields.find(key);
        if (!field) return std::nullopt;
        return read_count(*field, 1);
    };
    const auto given = [&fields](std::string_view key) -> std::optional<Fen> {
        const auto field = fields.find(key);
        if (!field) return std::nullopt;
        return read_fen(*field);
    };
    const Limits limits{limit("per_slot"), limit("per_day"),       limit("per_week"),    limit("per_month"),
                        limit("per_year"), given("per_month_fen"), given("per_year_fen")};
    fields.end();
    return limits;
}

}  // namespace

std::vector<MealSlot> read_meals(JsonFields& fields) {
    return read_choice(fields, "meals", slot_words);
}

std::vector<DayKind> read_days(JsonFields& fields) {
    const auto place = fields.find("days");
    if (!place) return {};
    std::set<DayKind> days;
    for (const auto& item : read_list(*place)) {
        for (const auto kind : read_word(item, days_words)) days.insert(kind);
    }
    return {days.begin(), days.end()};
}

std::vector<ServiceMode> read_modes(JsonFields& fields) {
    return read_choice(fields, "modes", mode_words);
}

std::optional<MinSpend> read_min_spend(JsonFields& owner) {
    const auto place = owner.find("min_spend");
    if (!place) return std::nullopt;
    JsonFields fields(*place);
    MinSpend min{read_fen(fields.need("fen"))};
    if (const auto base = fields.find("base")) min.after_earlier = read_word(*base, base_words);
    if (const auto strict = fields.find("strict")) min.strict = read_bool(*strict);
    fields.end();
    return min;
}

StepTerms read_terms(JsonFields& fields) {
    StepTerms terms;
    terms.meals = read_meals(fields);
    terms.days = read_days(fields);
    terms.modes = read_modes(fields);
    terms.limits = read_limits(fields);
    terms.min_spend = read_min_spend(fields);
    terms.meals_of_day = read_meals_of_day(fields);
    return terms;
}

}  // namespace canteen
