#include "canteen/app/feeds/kitchen_view.h"

#include "canteen/domain/order/strike.h"

namespace canteen {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

}  // namespace

bool is_shown(const Ticket& ticket, Date today) {
    if (ticket.meal.date < first_open_date(today)) return false;
    switch (ticket.state) {
        case TicketState::open:
            return true;
        case TicketState::ready:
            return ticket.meal.date >= today;
        case TicketState::cancelled:
            return !ticket.cancel_seen;
        case TicketState::handed_over:
            return false;
    }
    return false;
}

KitchenView::KitchenView(const std::vector<Ticket>& tickets, const std::vector<Menu>& menus, StockRows stock,
                         Date today)
    : today_(today), stock_(std::move(stock)) {
    for (const auto& ticket : tickets)
        if (is_shown(ticket, today)) tickets_[ticket.order] = ticket;
    for (const auto& menu : menus) menus_[menu.meal] = menu;
}

void KitchenView::apply(const Event& event, Seq) {
    for (const auto& key : stock_.apply(event))
        if (key.meal.date == today_) changed_stock_.insert(key);
    if (const auto* published = std::get_if<MenuPublished>(&event)) {
        menus_[published->menu.meal] = published->menu;
        if (published->menu.meal.date == today_) changed_menus_.insert(published->menu.meal);
        return;
    }
    apply_to_ticket(event);
}

void KitchenView::apply_to_ticket(const Event& event) {
    std::visit(Overloaded{
                   [this](const OrderHeld& e) {
                       if (e.order.ticket) open(*e.order.ticket);
                   },
                   [this](const OrderPlaced& e) {
                       // A hold that expired and was sold late has no ticket any more.
                       if (e.order.ticket)
                           open(*e.order.ticket);
                       else
                           close(e.order.draft.id, TicketState::handed_over);
                   },
                   [this](const TicketOpened& e) { open(e.ticket); },
                   [this](const LineMarked& e) {
                       auto* ticket = touch(e.order);
                       if (ticket && e.line_index < ticket->lines.size()) ticket->lines[e.line_index].done = e.done;
                   },
                   [this](const TicketMarked& e) {
                       if (auto* ticket = touch(e.order)) ticket->mark(e.ready, e.at);
                   },
                   [this](const TicketStruck& e) {
                       if (auto* ticket = touch(e.order)) strike(*ticket, e.lines);
                   },
                   [this](const OrderHandedOver& e) {
                       if (auto* ticket = touch(e.order)) ticket->hand_over();
                   },
                   [this](const OrderCancelled& e) { close(e.order, TicketState::cancelled); },
                   [this](const OrderExpired& e) { close(e.order, TicketState::cancelled); },
                   [this](const CancelAcknowledged& e) {
                       if (auto* ticket = touch(e.order)) ticket->cancel_seen = true;
                   },
                   [](const auto&) {},  // not the kitchen's
               },
               event);
}

void KitchenView::open(const Ticket& ticket) {
    if (!is_shown(ticket, today_)) return;
    tickets_[ticket.order] = ticket;
    changed_tickets_.insert(ticket.order);
}

void KitchenView::close(OrderId order, TicketState state) {
    if (auto* ticket = touch(order)) ticket->state = state;
}

// Null if the order has no ticket here.
Ticket* KitchenView::touch(OrderId order) {
    auto found = tickets_.find(order);
    if (found == tickets_.end()) return nullptr;
    changed_tickets_.insert(order);
    return &found->second;
}

FeedItems KitchenView::take_changes() {
    FeedItems items;
    for (auto meal : changed_menus_) items.emplace_back(menus_.at(meal));
    for (auto order : changed_tickets_) {
        auto found = tickets_.find(order);
        items.emplace_back(found->second);
        if (!is_shown(found->second, today_)) tickets_.erase(found);
    }
    for (const auto& key : changed_stock_) items.emplace_back(stock_.left_of(key));
    changed_menus_.clear();
    changed_tickets_.clear();
    changed_stock_.clear();
    return items;
}

FeedItems KitchenView::snapshot() const {
    FeedItems items;
    for (const auto& [meal, menu] : menus_)
        if (meal.date == today_) items.emplace_back(menu);
    for (const auto& [order, ticket] : tickets_) items.emplace_back(ticket);
    for (auto& left : stock_.left_on(today_, today_)) items.emplace_back(left);
    return items;
}

void KitchenView::on_picture(const DayPicture& picture) {
    *this = KitchenView(picture.tickets, picture.menus, picture.stock, picture.today);
}

void KitchenView::on_date(Date today) {
    today_ = today;
    std::erase_if(tickets_, [&](const auto& entry) { return !is_shown(entry.second, today); });
    std::erase_if(menus_, [&](const auto& entry) { return entry.first.date < today; });
    stock_.forget_before(today);
    changed_menus_.clear();
    changed_tickets_.clear();
    changed_stock_.clear();
}

}  // namespace canteen
