// The words and bounds of scheme files. Rules: deploy/schemes/FORMAT.md.
#pragma once

#include <algorithm>
#include <array>

#include "canteen/domain/model/names.h"
#include "canteen/domain/model/scheme.h"
#include "canteen/files/schemes/json_fields.h"

namespace canteen {

// The words in which scheme files name the values.
template <HasNames Enum>
constexpr auto words_in_schemes() {
    constexpr auto is_named = [](const Named<Enum>& named) { return !named.in_schemes.empty(); };
    std::array<Word<Enum>, std::ranges::count_if(name_table<Enum>, is_named)> words{};
    auto word = words.begin();
    for (const auto& named : name_table<Enum>)
        if (is_named(named)) *word++ = {named.in_schemes, named.value};
    return words;
}
inline constexpr auto slot_words = words_in_schemes<MealSlot>();
inline constexpr auto mode_words = words_in_schemes<ServiceMode>();
inline constexpr auto identified_words = words_in_schemes<Identified>();

inline constexpr Word<DayKind> day_words[] = {{"WORKDAY", DayKind::workday},
                                              {"WEEKEND", DayKind::weekend},
                                              {"HOLIDAY", DayKind::holiday},
                                              {"MAKE_UP_WORKDAY", DayKind::make_up_workday}};
inline constexpr Word<SharedArea> area_words[] = {
    {"STREET", SharedArea::street}, {"DISTRICT", SharedArea::district}, {"CITY", SharedArea::city}};
inline constexpr Word<OperatorPaymentKind> payment_words[] = {{"OPERATING", OperatorPaymentKind::operating},
                                                              {"DELIVERY", OperatorPaymentKind::delivery}};

inline constexpr Word<Choose> choose_words[] = {{"BEST", Choose::best}, {"FIRST", Choose::first}, {"SUM", Choose::sum}};
// The base of a minimum spend: the food before any discount, or what earlier steps left of it to pay.
inline constexpr Word<bool> base_words[] = {{"LIST", false}, {"LEFT", true}};
inline constexpr Word<SettlementPeriod> settlement_words[] = {{"MONTH", SettlementPeriod::month},
                                                              {"QUARTER", SettlementPeriod::quarter}};
inline constexpr Word<bool> per_words[] = {{"MEAL", false}, {"DINER_DAY", true}};
inline constexpr Word<Shrink> shrink_words[] = {
    {"LAST", Shrink::last}, {"FIRST", Shrink::first}, {"IN_PROPORTION", Shrink::in_proportion}};
inline constexpr Word<RoundingDirection> direction_words[] = {
    {"DOWN", RoundingDirection::down}, {"UP", RoundingDirection::up}, {"HALF_UP", RoundingDirection::half_up}};
inline constexpr Word<UseKind> budget_words[] = {{"CALENDAR_MONTH", UseKind::budget_month},
                                                 {"CALENDAR_YEAR", UseKind::budget_year}};
// When a right begins that a birthday or an approval gives: on that day, or on the first of the next month.
inline constexpr Word<bool> age_start_words[] = {{"BIRTHDAY", false}, {"NEXT_MONTH", true}};
inline constexpr Word<bool> approval_start_words[] = {{"APPROVAL", false}, {"NEXT_MONTH", true}};

inline constexpr std::int64_t max_amount_fen = 1'000'000'000'000;  // times max_share_part it still fits 64 bits
inline constexpr std::int64_t max_share_part = 1'000'000;
inline constexpr std::int64_t max_count = 1'000'000;  // of meals, years
inline constexpr std::int64_t max_percent = 100;
// Limits of a scheme's file; every case is reckoned by every class.
inline constexpr std::size_t max_versions = 100;
inline constexpr std::size_t max_steps = 50;
inline constexpr std::size_t max_classes = 500;
inline constexpr std::size_t max_cases = 2'000;

inline Fen read_fen(const JsonPlace& place) {
    return {read_whole(place, 0, max_amount_fen)};
}
inline Date read_date(const JsonPlace& place) {
    const auto date = parse_date(read_text(place));
    if (!date) refuse(place, "must be a date like 2026-04-14 that exists");
    return *date;
}
inline std::uint32_t read_count(const JsonPlace& place, std::int64_t least = 0, std::int64_t most = max_count) {
    return static_cast<std::uint32_t>(read_whole(place, least, most));
}

}  // namespace canteen
