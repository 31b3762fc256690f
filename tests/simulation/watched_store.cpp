#include "tests/simulation/watched_store.h"

#include <algorithm>

namespace canteen::simulation {
namespace {

void forget_stock(std::vector<JournalRow>& rows) {
    for (auto& row : rows)
        std::erase_if(row.events, [](const Event& event) { return std::holds_alternative<StockMoved>(event); });
}

void forget_all_of(std::vector<JournalRow>& rows, std::string_view command) {
    for (auto& row : rows)
        if (row.command_name == command) row.events.clear();
}

bool lists(const JournalRow& row, ExceptionCode code) {
    return std::any_of(row.events.begin(), row.events.end(), [code](const Event& event) {
        const auto* listed = std::get_if<ExceptionListed>(&event);
        return listed && listed->exception.code == code;
    });
}

// Drops the taking back: what was sold before stays sold.
void keep_what_was_taken_back(std::vector<JournalRow>& rows) {
    for (auto& row : rows)
        if (lists(row, ExceptionCode::sale_taken_back)) row.events.clear();
}

}  // namespace

void WatchedStore::load(const Needs& needs, Canteen& state) {
    store_.load(needs, state);
    if (world_.plant != Plant::forgotten_uses) return;
    for (const auto& scope : needs.use_scopes)
        std::erase_if(state.uses, [&](const auto& use) { return use.first.member == scope.member; });
}

std::vector<Menu> WatchedStore::load_menus(Date from) {
    if (world_.plant == Plant::forgotten_menus && is_serving_) return {};
    return store_.load_menus(from);
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
    if (world_.plant == Plant::lost_statements || world_.plant == Plant::kept_sales ||
        world_.plant == Plant::lost_shifts) {
        auto damaged = rows;
        if (world_.plant == Plant::kept_sales) keep_what_was_taken_back(damaged);
        if (world_.plant == Plant::lost_statements) forget_all_of(damaged, "RecordSale");
        if (world_.plant == Plant::lost_shifts && world_.chance.one_in(3)) forget_all_of(damaged, "CloseShift");
        store_.commit(damaged, refused);
        return witness_.on_commit(damaged);
    }
    store_.commit(rows, refused);
    witness_.on_commit(rows);
}

}  // namespace canteen::simulation
