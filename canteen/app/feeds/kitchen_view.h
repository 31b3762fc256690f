// Shows the kitchen its tickets of yesterday and later not handed over, cancelled ones until it has seen them, and the
// day's menus with the count of their dishes. Never price, payer, member or name. Owned by the I/O thread.
#pragma once

#include <set>
#include <unordered_map>

#include "canteen/app/feeds/stock_board.h"
#include "canteen/app/feeds/view.h"

namespace canteen {

// True if a ticket belongs on the kitchen's screen that day.
bool is_shown(const Ticket& ticket, Date today);

class KitchenView final : public View {
public:
    KitchenView(const std::vector<Ticket>& tickets, const std::vector<Menu>& menus, StockRows stock, Date today);

    Feed feed() const override { return Feed::kitchen; }
    void apply(const Event& event, Seq seq) override;
    FeedItems take_changes() override;
    FeedItems snapshot() const override;
    void on_date(Date today) override;
    void on_picture(const DayPicture& picture) override;

private:
    void open(const Ticket& ticket);
    void close(OrderId order, TicketState state);
    void apply_to_ticket(const Event& event);
    Ticket* touch(OrderId order);

    Date today_;
    std::unordered_map<OrderId, Ticket> tickets_;
    std::map<Meal, Menu> menus_;  // of today and later
    StockBoard stock_;
    std::set<OrderId> changed_tickets_;
    std::set<StockKey> changed_stock_;
    std::set<Meal> changed_menus_;
};

}  // namespace canteen
