#include "pos-client/outbox/outbox.h"

#include <utility>

#include "canteen/crypto/hash.h"
#include "pos-client/outbox/rows.h"

namespace canteen::till {
namespace {

constexpr int busy_timeout_ms = 5'000;
constexpr const char* pickups_name = "pickup.counts";

SQLite::Database open(const std::filesystem::path& file, Outbox::Access access) {
    const int flags =
        access == Outbox::Access::read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    return SQLite::Database(file.string(), flags, busy_timeout_ms);
}

constexpr const char* wait_for_the_disk = "PRAGMA synchronous = FULL";

// While it lives, and if it is wanted, commits do not wait for the disk; the next one that does takes them along.
class Hurry {
public:
    Hurry(SQLite::Database& db, bool wanted) : db_(wanted ? &db : nullptr) {
        if (db_) db_->exec("PRAGMA synchronous = NORMAL");
    }
    ~Hurry() {
        if (db_) db_->tryExec(wait_for_the_disk);
    }
    Hurry(const Hurry&) = delete;
    Hurry& operator=(const Hurry&) = delete;

private:
    SQLite::Database* db_;
};

}  // namespace

Outbox::Outbox(const std::filesystem::path& file, Access access) : db_(open(file, access)) {
    if (access == Access::write) {
        db_.exec("PRAGMA journal_mode = WAL");
        db_.exec(wait_for_the_disk);
        db_.exec("PRAGMA trusted_schema = OFF");
        db_.exec("PRAGMA cell_size_check = ON");
        db_.exec("PRAGMA secure_delete = ON");
        create_tables();
    }
    load_head();
}

void Outbox::load_head() {
    SQLite::Statement row(db_, "SELECT device_seq, hash, pickup_date, pickup_count FROM chain_head");
    row.executeStep();
    head_.device_seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
    head_.hash = array_of<32>(row.getColumn(1));
    pickups_ = PickupCounts::from_text(kept(pickups_name).value_or(""));
    pickups_.raise({{row.getColumn(2).getInt()}, row.getColumn(3).getUInt()});
    load_base();
}

std::optional<Hash> Outbox::hash_at(std::uint64_t device_seq) const {
    if (device_seq == base_.device_seq) return base_.hash;
    if (device_seq < base_.device_seq) return std::nullopt;
    if (device_seq == head_.device_seq) return head_.hash;
    const auto entry = entry_of(device_seq);
    if (!entry) return std::nullopt;
    return entry->hash;
}

std::optional<Entry> Outbox::entry_of(std::uint64_t device_seq) const {
    auto found = entries_from(device_seq, 1);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<Entry> Outbox::entry_of(CommandId command) const {
    SQLite::Statement row(db_, std::string(select_entries) + "WHERE command_id = ?");
    bind_bytes(row, 1, command.bytes);
    if (!row.executeStep()) return std::nullopt;
    return entry_of_row(row);
}

std::uint64_t Outbox::first_queued() const {
    SQLite::Statement row(db_, "SELECT min(device_seq) FROM entries WHERE state = 1");
    row.executeStep();
    if (row.isColumnNull(0)) return head_.device_seq + 1;
    return static_cast<std::uint64_t>(row.getColumn(0).getInt64());
}

std::vector<Entry> Outbox::entries_from(std::uint64_t device_seq, std::size_t limit) const {
    std::vector<Entry> entries;
    SQLite::Statement row(db_, std::string(select_entries) + "WHERE device_seq >= ? ORDER BY device_seq LIMIT ?");
    row.bind(1, static_cast<std::int64_t>(device_seq));
    row.bind(2, static_cast<std::int64_t>(limit));
    while (row.executeStep()) {
        entries.push_back(entry_of_row(row));
        if (entries.back().device_seq != device_seq + entries.size() - 1) {
            entries.pop_back();
            break;
        }
    }
    return entries;
}

void Outbox::requeue_after(std::uint64_t device_seq) {
    SQLite::Statement update(db_, "UPDATE entries SET state = 1 WHERE device_seq > ? AND state <> 1");
    update.bind(1, static_cast<std::int64_t>(device_seq));
    update.exec();
}

// The count of the latest date also stands where older programs look for it.
void Outbox::write_head(const ChainHead& head, const PickupCounts& pickups) {
    keep(pickups_name, pickups.to_text());
    SQLite::Statement update(db_, "UPDATE chain_head SET device_seq = ?, hash = ?, pickup_date = ?, pickup_count = ?");
    update.bind(1, static_cast<std::int64_t>(head.device_seq));
    bind_bytes(update, 2, head.hash);
    update.bind(3, pickups.latest().date.days);
    update.bind(4, pickups.latest().count);
    update.exec();
}

void Outbox::raise_pickups(PickupCount count) {
    auto raised = pickups_;
    raised.raise(count);
    if (raised == pickups_) return;
    SQLite::Transaction transaction(db_);
    write_head(head_, raised);
    transaction.commit();
    pickups_ = std::move(raised);
}

Entry Outbox::append(const NewEntry& entry, const NewOrder* order) {
    Entry added{head_.device_seq + 1,
                entry.command,
                entry.order,
                entry.kind,
                EntryState::queued,
                entry.bytes,
                next_link(head_.hash, entry.bytes)};
    const ChainHead head{added.device_seq, added.hash};
    auto pickups = pickups_;
    if (order) pickups.raise(order->pickup);

    SQLite::Transaction transaction(db_);
    SQLite::Statement insert(
        db_,
        "INSERT INTO entries (device_seq, command_id, order_id, kind, state, bytes, hash, queued_at_ms) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, static_cast<std::int64_t>(added.device_seq));
    bind_bytes(insert, 2, added.command.bytes);
    bind_bytes(insert, 3, added.order.bytes);
    insert.bind(4, static_cast<int>(added.kind));
    insert.bind(5, static_cast<int>(added.state));
    bind_text(insert, 6, added.bytes);
    bind_bytes(insert, 7, added.hash);
    insert.bind(8, entry.at.ms);
    insert.exec();
    if (order) insert_order(*order);
    if (entry.top_up) insert_top_up(entry.order, *entry.top_up);
    if (entry.becomes) set_state(entry.order, *entry.becomes);
    for (const auto& [name, value] : entry.keep) keep(name, value);
    write_head(head, pickups);
    transaction.commit();
    head_ = head;
    pickups_ = std::move(pickups);
    return added;
}

void Outbox::insert_order(const NewOrder& order) {
    SQLite::Statement insert(db_, "INSERT INTO orders (order_id, state, pickup, sold_at_ms) VALUES (?, ?, ?, ?)");
    bind_bytes(insert, 1, order.order.id.bytes);
    insert.bind(2, static_cast<int>(order.order.state));
    insert.bind(3, order.order.pickup);
    insert.bind(4, order.order.sold_at.ms);
    insert.exec();
    for (const auto& [name, value] : order.kept) keep(name, value);
    for (const auto& [key, used] : order.uses) {
        SQLite::Statement use(db_, "INSERT INTO own_uses VALUES (?, ?, ?, ?, ?, ?)");
        bind_bytes(use, 1, order.order.id.bytes);
        bind_bytes(use, 2, key.member.bytes);
        use.bind(3, key.scheme);
        use.bind(4, static_cast<int>(key.kind));
        use.bind(5, key.period);
        use.bind(6, used);
        use.exec();
    }
    if (!order.spending) return;
    SQLite::Statement spent(db_, "INSERT INTO own_uses VALUES (?, ?, '', ?, ?, ?)");
    bind_bytes(spent, 1, order.order.id.bytes);
    bind_bytes(spent, 2, order.spending->member.bytes);
    spent.bind(3, spending_kind);
    spent.bind(4, period_of(UseKind::meal_eaten, order.spending->meal));
    spent.bind(5, order.spending->fen.value);
    spent.exec();
}

void Outbox::settle(std::uint64_t device_seq, const Settled& settlement) {
    const Hurry hurry(db_, settlement.comes_again);
    SQLite::Statement update(db_,
                             "UPDATE entries SET state = ?, committed_seq = ?, settled_at_ms = ?, "
                             "notice = CASE WHEN answer IS ? THEN notice ELSE ? END, answer = ? WHERE device_seq = ?");
    update.bind(1, static_cast<int>(settlement.state));
    update.bind(2, static_cast<std::int64_t>(settlement.committed_seq));
    update.bind(3, settlement.at.ms);
    bind_text(update, 4, settlement.answer);
    update.bind(5, settlement.notice ? 1 : 0);
    bind_text(update, 6, settlement.answer);
    update.bind(7, static_cast<std::int64_t>(device_seq));
    update.exec();
}

// A clock that jumps ahead makes everything look old at once, but the days on which answers came are as few as before.
void Outbox::prune(Timestamp now) {
    SQLite::Statement drop(db_,
                           "DELETE FROM entries WHERE device_seq < coalesce((SELECT min(device_seq) FROM entries "
                           "WHERE settled_at_ms IS NULL OR state = 1 OR notice = 1 OR settled_at_ms > ?1 "
                           "OR settled_at_ms / ?3 >= coalesce((SELECT DISTINCT settled_at_ms / ?3 AS day FROM entries "
                           "WHERE settled_at_ms IS NOT NULL ORDER BY day DESC LIMIT 1 OFFSET ?4), 0)), ?2)");
    drop.bind(1, (now - keep_settled_for).ms);
    drop.bind(2, static_cast<std::int64_t>(head_.device_seq));
    drop.bind(3, std::int64_t{std::chrono::milliseconds{std::chrono::hours{24}}.count()});
    drop.bind(4, keep_settled_days - 1);
    SQLite::Transaction transaction(db_);
    drop.exec();
    db_.exec("DELETE FROM orders WHERE order_id NOT IN (SELECT order_id FROM entries)");
    db_.exec("DELETE FROM own_uses WHERE order_id NOT IN (SELECT order_id FROM entries)");
    transaction.commit();
}

void Outbox::keep(const std::string& name, const std::string& value) {
    SQLite::Statement insert(db_,
                             "INSERT INTO kept VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
    insert.bind(1, name);
    bind_text(insert, 2, value);
    insert.exec();
}

void Outbox::forget(const std::string& name) {
    SQLite::Statement remove(db_, "DELETE FROM kept WHERE name = ?");
    remove.bind(1, name);
    remove.exec();
}

// Freed pages are overwritten (secure_delete), the log of them is cut. A reader beside us holds the log up until the
// next time, or until the file is closed.
void Outbox::wipe() {
    db_.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::optional<std::string> Outbox::kept(const std::string& name) const {
    SQLite::Statement row(db_, "SELECT value FROM kept WHERE name = ?");
    row.bind(1, name);
    if (!row.executeStep()) return std::nullopt;
    return bytes_of(row.getColumn(0));
}

}  // namespace canteen::till
