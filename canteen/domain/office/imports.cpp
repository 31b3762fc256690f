#include "canteen/domain/office/imports.h"

#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

Outcome unless_empty(Events events) {
    if (events.empty()) return refuse(RejectionCode::nothing_to_import);
    return events;
}

// The move that makes the row's planned portions `planned`, as far as they are still there.
void plan(Events& events, const Canteen& state, const StockKey& key, std::int64_t planned) {
    const StockRow& row = stock_in(state, key);
    const std::int64_t change = std::max(planned - row.planned, -row.left());
    if (change != 0) events.emplace_back(StockMoved{{key, StockMoveKind::planned, change}});
}

void publish(Events& events, const Canteen& state, const Menu& menu, const std::set<StockKey>& unplanned) {
    events.emplace_back(MenuPublished{menu});
    for (const auto& dish : menu.dishes) {
        const StockKey key{menu.meal, dish.id};
        if (!dish.is_set_meal() && !unplanned.contains(key)) plan(events, state, key, dish.planned);
    }
    const auto& current = menu_in(state, menu.meal);
    if (!current) return;
    for (const auto& dish : current->dishes)
        if (!menu.find(dish.id)) plan(events, state, {menu.meal, dish.id}, 0);
}

// Portions that the file does not speak of are planned as before.
void keep_portions(Menu& menu, const std::optional<Menu>& current, const std::set<StockKey>& unplanned) {
    for (auto& dish : menu.dishes) {
        const auto* known = current ? current->find(dish.id) : nullptr;
        if (known && !dish.is_set_meal() && unplanned.contains({menu.meal, dish.id})) dish.planned = known->planned;
    }
}

// Returns what is known, with each year that `said` names as `said` has it.
Calendar with_years(const Calendar& known, const Calendar& said) {
    std::set<Date> years;
    for (const auto& [date, mark] : said.marks) years.insert(year_start(date));
    Calendar merged = said;
    for (const auto& [date, mark] : known.marks)
        if (!years.contains(year_start(date))) merged.marks.emplace(date, mark);
    return merged;
}

bool is_last_of_its_meal(const std::vector<Menu>& menus, std::size_t at) {
    return std::none_of(menus.begin() + static_cast<std::ptrdiff_t>(at) + 1, menus.end(),
                        [&](const Menu& later) { return later.meal == menus[at].meal; });
}

}  // namespace

Outcome decide_import_menus(const Canteen& state, const ImportMenus& command) {
    Events events;
    MenuVersion version = state.last_menu_version;
    for (std::size_t i = 0; i < command.menus.size(); ++i) {
        if (!is_last_of_its_meal(command.menus, i)) continue;
        Menu menu = command.menus[i];
        menu.day_kind = state.calendar.kind_of(menu.meal.date);
        const auto& current = menu_in(state, menu.meal);
        keep_portions(menu, current, command.unplanned);
        menu.version = current ? current->version : MenuVersion{};
        if (current && menu == *current) continue;
        menu.version = {++version.value};
        publish(events, state, menu, command.unplanned);
    }
    return unless_empty(std::move(events));
}

Outcome decide_import_calendar(const Canteen& state, const ImportCalendar& command, Timestamp now) {
    const Calendar calendar = with_years(state.calendar, command.calendar);
    if (calendar == state.calendar) return refuse(RejectionCode::nothing_to_import);
    Events events{CalendarSet{calendar}};
    std::map<Meal, const Menu*> touched;  // in order of date, whatever order they were loaded in
    for (const auto& [meal, menu] : state.menus) {
        if (!menu || meal.date < date_at_site(now)) continue;
        if (menu->day_kind != calendar.kind_of(meal.date)) touched[meal] = &*menu;
    }
    MenuVersion version = state.last_menu_version;
    for (const auto& [meal, current] : touched) {
        Menu menu = *current;
        menu.day_kind = calendar.kind_of(meal.date);
        menu.version = {++version.value};
        events.emplace_back(MenuPublished{std::move(menu)});
    }
    return events;
}

Outcome decide_import_scheme(const Canteen& state, const ImportScheme& command) {
    if (names_points(command.scheme.id)) return refuse(RejectionCode::text_invalid, {param("what", "id")});
    const auto known = std::find_if(state.schemes.begin(), state.schemes.end(),
                                    [&command](const auto& scheme) { return scheme.second.id == command.scheme.id; });
    const bool is_known = known != state.schemes.end();
    const std::uint32_t priority = command.priority.value_or(is_known ? known->first : 0);
    if (is_known && known->first == priority && known->second == command.scheme)
        return refuse(RejectionCode::nothing_to_import);
    return Events{SchemePublished{command.scheme, priority}};
}

}  // namespace canteen
