#include "tests/simulation/watched_store.h"

namespace canteen::simulation {
namespace {

void forget_stock(std::vector<JournalRow>& rows) {
    for (auto& row : rows)
        std::erase_if(row.events, [](const Event& event) { return std::holds_alternative<StockMoved>(event); });
}

void forget_statements(std::vector<JournalRow>& rows) {
    for (auto& row : rows)
        if (row.command_name == "RecordSale") row.events.clear();
}

}  // namespace

void WatchedStore::load(const Needs& needs, Canteen& state) {
    store_.load(needs, state);
    if (world_.plant != Plant::forgotten_uses) return;
    for (const auto& scope : needs.use_scopes)
        std::erase_if(state.uses, [&](const auto& use) { return use.first.member == scope.member; });
}

std::optional<Recorded> WatchedStore::find(DeviceId device, CommandId command) {
    if (world_.plant == Plant::forgotten_answers) return std::nullopt;
    return store_.find(device, command);
}

void WatchedStore::commit(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused) {
    if (fails_) throw StoreError("the disk is gone");
    if (world_.plant == Plant::answer_before_commit && !world_.is_calm && world_.chance.one_in(50)) {
        has_lied_ = true;
        return;
    }
    if (world_.plant == Plant::lost_stock_move && world_.chance.one_in(20)) {
        auto damaged = rows;
        forget_stock(damaged);
        store_.commit(damaged, refused);
        return witness_.on_commit(rows);
    }
    if (world_.plant == Plant::lost_statements) {
        auto damaged = rows;
        forget_statements(damaged);
        store_.commit(damaged, refused);
        return witness_.on_commit(damaged);
    }
    store_.commit(rows, refused);
    witness_.on_commit(rows);
}

}  // namespace canteen::simulation
