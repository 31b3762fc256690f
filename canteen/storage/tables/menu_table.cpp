#include "canteen/storage/tables/menu_table.h"

namespace canteen {

void MenuTable::publish(const Menu& menu) {
    auto body = codec_.encode_menu(menu);
    db_.query("INSERT INTO menu (version, date, slot, body) VALUES (?, ?, ?, ?)")
        .with(menu.version, menu.meal.date, menu.meal.slot, Blob{body})
        .run();
}

std::optional<Menu> MenuTable::current(Meal meal) {
    auto row = db_.query("SELECT body FROM menu WHERE date = ? AND slot = ? ORDER BY version DESC LIMIT 1");
    row.with(meal.date, meal.slot);
    if (!row.next()) return std::nullopt;
    return codec_.decode_menu(row.view(0));
}

std::vector<Menu> MenuTable::current_from(Date date) {
    std::vector<Menu> menus;
    auto rows = db_.query(
        "SELECT body FROM menu WHERE version IN "
        "(SELECT max(version) FROM menu WHERE date >= ? GROUP BY date, slot) ORDER BY date, slot");
    rows.with(date);
    while (rows.next()) menus.push_back(codec_.decode_menu(rows.view(0)));
    return menus;
}

MenuVersion MenuTable::last_version() {
    auto row = db_.query("SELECT coalesce(max(version), 0) FROM menu");
    row.next();
    return {row.as<std::uint32_t>(0)};
}

}  // namespace canteen
