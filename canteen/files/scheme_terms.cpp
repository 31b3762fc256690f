#include "canteen/files/scheme_terms.h"

#include "canteen/files/scheme_words.h"

namespace canteen {

namespace {

template <class Enum, std::size_t n>
std::vector<Enum> read_choice(JsonFields& fields, std::string_view key, const Word<Enum> (&words)[n]) {
    const auto place = fields.find(key);
    return place ? read_word_list(*place, words) : std::vector<Enum>{};
}

}  // namespace

std::vector<MealSlot> read_meals(JsonFields& fields) {
    return read_choice(fields, "meals", slot_words);
}

std::vector<DayKind> read_days(JsonFields& fields) {
    return read_choice(fields, "days", day_words);
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

StepTerms read_terms(JsonFields& fields) {
    StepTerms terms;
    terms.meals = read_meals(fields);
    terms.days = read_days(fields);
    terms.modes = read_modes(fields);
    terms.limits = read_limits(fields);
    terms.min_spend = read_min_spend(fields);
    return terms;
}

}  // namespace canteen
