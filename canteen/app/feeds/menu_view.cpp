#include "canteen/app/feeds/menu_view.h"

namespace canteen {

MenuView::MenuView(const std::vector<Menu>& menus, StockRows stock, Date today)
    : today_(today), stock_(std::move(stock)) {
    for (const auto& menu : menus) menus_[menu.meal] = menu;
}

void MenuView::apply(const Event& event, Seq) {
    for (const auto& key : stock_.apply(event))
        if (is_shown(key.meal.date)) changed_stock_.insert(key);
    if (const auto* published = std::get_if<MenuPublished>(&event)) {
        menus_[published->menu.meal] = published->menu;
        if (is_shown(published->menu.meal.date)) changed_menus_.insert(published->menu.meal);
    }
}

FeedItems MenuView::take_changes() {
    FeedItems items;
    for (auto meal : changed_menus_) items.emplace_back(menus_.at(meal));
    for (const auto& key : changed_stock_) items.emplace_back(stock_.left_of(key));
    changed_menus_.clear();
    changed_stock_.clear();
    return items;
}

FeedItems MenuView::snapshot() const {
    FeedItems items;
    for (const auto& [meal, menu] : menus_)
        if (is_shown(meal.date)) items.emplace_back(menu);
    for (auto& left : stock_.left_on(today_, last_day())) items.emplace_back(left);
    return items;
}

void MenuView::on_picture(const DayPicture& picture) {
    *this = MenuView(picture.menus, picture.stock, picture.today);
}

void MenuView::on_date(Date today) {
    today_ = today;
    std::erase_if(menus_, [&](const auto& entry) { return entry.first.date < today; });
    stock_.forget_before(today);
    changed_menus_.clear();
    changed_stock_.clear();
}

}  // namespace canteen
