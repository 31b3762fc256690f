#include "canteen/domain/sales/portions.h"

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

Refusal check_on_menu(const Canteen& state, const StockKey& key) {
    const auto& menu = menu_in(state, key.meal);
    if (!menu) return refuse(RejectionCode::menu_unknown);
    if (!menu->find(key.dish)) return refuse(RejectionCode::dish_unknown, {param("dish", key.dish.value)});
    return {};
}

bool is_by_hand(StockMoveKind kind) {
    return kind == StockMoveKind::restocked || kind == StockMoveKind::found || kind == StockMoveKind::wasted;
}

}  // namespace

Outcome decide_add_portions(const Canteen& state, const AddPortions& command, Timestamp now) {
    if (auto refusal = check_on_menu(state, command.key)) return *refusal;
    const bool has_stock = !menu_in(state, command.key.meal)->find(command.key.dish)->is_set_meal();
    if (!has_stock || !is_by_hand(command.kind) || command.amount < 1 || command.amount > max_portions_added)
        return refuse(RejectionCode::amount_invalid);
    const StockRow& row = stock_in(state, command.key);
    if (command.kind == StockMoveKind::wasted && command.amount > row.left())
        return refuse(RejectionCode::amount_invalid, {param("left", row.left())});
    Events events{StockMoved{{command.key, command.kind, command.amount}}};
    if (command.kind == StockMoveKind::restocked && row.sold_out_since)
        events.emplace_back(SoldOutSet{command.key, false, now});
    return events;
}

Outcome decide_set_sold_out(const Canteen& state, const SetSoldOut& command, Timestamp now) {
    if (auto refusal = check_on_menu(state, command.key)) return *refusal;
    if (stock_in(state, command.key).sold_out_since.has_value() == command.sold_out) return Events{};
    return Events{SoldOutSet{command.key, command.sold_out, now}};
}

}  // namespace canteen
