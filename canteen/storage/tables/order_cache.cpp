#include "canteen/storage/tables/order_cache.h"

#include "canteen/app/store.h"
#include "canteen/domain/state/order_index.h"

namespace canteen {

void OrderCache::change(OrderId id, const Event& event) {
    if (!scratch_.orders.contains(id)) {
        auto loaded = table_.find(id);
        if (!loaded) throw EntryError("an event names an order that does not exist");
        put_loaded(scratch_, std::move(*loaded));
    }
    apply(scratch_, event);
    touched_.try_emplace(id, Saving::changed);
}

void OrderCache::place(const Order& order, const Event& event) {
    auto id = order.draft.id;
    auto known = scratch_.orders.find(id);
    bool is_new = known == scratch_.orders.end();
    if (!is_new && known->second->state != OrderState::expired) throw EntryError("an order is placed twice");
    apply(scratch_, event);
    touched_.try_emplace(id, is_new ? Saving::placed : Saving::changed);
}

void OrderCache::flush() {
    for (const auto& [id, saving] : touched_) {
        const auto& order = *scratch_.orders.at(id);
        if (saving == Saving::placed)
            table_.save_placed(order);
        else
            table_.save_changed(order);
    }
    clear();
}

void OrderCache::clear() {
    scratch_ = Canteen{};
    touched_.clear();
}

void put_loaded(Canteen& state, Order order) {
    auto id = order.draft.id;
    note_times(state, order);
    state.orders.try_emplace(id, std::move(order));
}

}  // namespace canteen
