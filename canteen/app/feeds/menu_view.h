// The menus of the coming days that tills and desks may sell from, and what is left of their dishes. Owned by the I/O
// thread.
#pragma once

#include <set>

#include "canteen/app/feeds/stock_board.h"
#include "canteen/app/feeds/view.h"

namespace canteen {

// How many days of menus are shown, the current date included.
inline constexpr int menu_days_ahead = 14;

class MenuView final : public View {
public:
    MenuView(const std::vector<Menu>& menus, StockRows stock, Date today);

    Feed feed() const override { return Feed::menu; }
    void apply(const Event& event, Seq seq) override;
    FeedItems take_changes() override;
    FeedItems snapshot() const override;
    void on_date(Date today) override;
    void on_picture(const DayPicture& picture) override;

private:
    Date last_day() const { return today_ + (menu_days_ahead - 1); }
    bool is_shown(Date date) const { return today_ <= date && date <= last_day(); }

    Date today_;
    std::map<Meal, Menu> menus_;  // of today and later
    StockBoard stock_;
    std::set<StockKey> changed_stock_;
    std::set<Meal> changed_menus_;
};

}  // namespace canteen
