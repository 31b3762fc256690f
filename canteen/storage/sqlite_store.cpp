#include "canteen/storage/sqlite_store.h"

#include <algorithm>

#include "canteen/storage/backup.h"
#include "canteen/storage/migrations.h"
#include "canteen/storage/start_check.h"

namespace canteen {
namespace {

// What the disk or a broken file does to us ends in a StoreError, whatever it was below.
template <class Action>
auto guarded(const char* what, Action action) {
    try {
        return action();
    } catch (const SQLite::Exception& e) {
        throw StoreError(std::string(what) + ": " + e.what());
    } catch (const CodecError& e) {
        throw StoreError(std::string(what) + ": " + e.what());
    } catch (const UnsealError& e) {
        throw StoreError(std::string(what) + ": " + e.what());
    }
}

// What is known stays: it may be ahead of the disk.
template <class Known, class Keys, class Find>
void fill(Known& known, const Keys& keys, Find find) {
    for (const auto& key : keys)
        if (!known.contains(key)) known.emplace(key, find(key));
}

bool erases_a_member(const JournalRow& row) {
    return std::ranges::any_of(row.events, [](const Event& e) { return std::holds_alternative<MemberErased>(e); });
}

Connection open_connection(const std::filesystem::path& path, SqliteStore::Opening opening) {
    bool make = opening == SqliteStore::Opening::make;
    Connection db(path, make ? Connection::Mode::create : Connection::Mode::read_write);
    if (make)
        std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    guarded("the database cannot be opened", [&db] { migrate(db); });
    return db;
}

}  // namespace

SqliteStore::SqliteStore(const std::filesystem::path& path, Opening opening, const SiteKeys& keys, const Codec& codec,
                         SpaceLimits limits)
    : codec_(codec),
      lock_(path),
      db_(open_connection(path, opening)),
      space_(path, limits),
      sealer_(db_, keys.site),
      journal_(db_),
      tables_(db_, codec, sealer_, keys.blind_index) {
    guarded("the database cannot be opened", [&] {
        check_or_note_key(opening, keys);
        check_tail(db_);
        head_ = journal_.head();
        cut_wal_if_due();
    });
}

// With a wrong key file members would be unreadable and found by nobody: say so before anything is written.
void SqliteStore::check_or_note_key(Opening opening, const SiteKeys& keys) {
    auto check = hash_of_keys(keys);
    if (opening == Opening::make) {
        db_.query("INSERT INTO key_check (id, hash) VALUES (1, ?)").with(check).run();
        return;
    }
    auto row = db_.query("SELECT hash FROM key_check WHERE id = 1");
    if (!row.next() || row.bytes<32>(0) != check) throw StoreError("the key file belongs to another database");
}

Canteen SqliteStore::load_start(const Site& site) {
    return guarded("the state cannot be loaded", [&] {
        Canteen state;
        state.site = site;
        tables_.site.load(state);
        state.last_menu_version = tables_.menus.last_version();
        state.employers = tables_.employers.all();
        state.points_rule = tables_.points.rule();
        state.claims = tables_.claims.all();
        state.agreements = tables_.partners.all();
        for (auto& order : tables_.orders.open_orders()) put_loaded(state, std::move(order));
        return state;
    });
}

Hash SqliteStore::first_hash() {
    return journal_.first_hash();
}

std::vector<DeviceChain> SqliteStore::load_chains() {
    return guarded("the tills' chains cannot be loaded", [&] { return tables_.answers.chains(); });
}

// Nothing that is in the state already is replaced: it may be ahead of the disk.
void SqliteStore::load(const Needs& needs, Canteen& state) {
    guarded("the state cannot be loaded", [&] {
        for (auto id : needs.orders) {
            if (state.orders.contains(id)) continue;
            if (auto order = tables_.orders.find(id)) {
                put_loaded(state, std::move(*order));
            } else {
                state.orders.emplace(id, std::nullopt);
            }
        }
        fill(state.pickups, needs.pickups, [&](const auto& key) { return tables_.orders.find_pickup(key); });
        for (auto meal : needs.menus) {
            if (state.menus.contains(meal)) continue;
            state.menus.emplace(meal, tables_.menus.current(meal));
            for (const auto& [key, row] : tables_.stock.of_meal(meal)) state.stock.try_emplace(key, row);
        }
        fill(state.members, needs.members, [&](auto id) { return tables_.members.find(id); });
        for (auto id : needs.members)
            if (!state.members.at(id) && sealer_.is_destroyed(id)) state.erased.insert(id);
        fill(state.cards, needs.cards, [&](const auto& card) { return tables_.members.find_by_card(card); });
        fill(state.numbers, needs.numbers, [&](const auto& number) { return tables_.members.find_by_number(number); });
        for (const auto& scope : needs.use_scopes) tables_.rights.load(scope, state);
        fill(state.balances, needs.balances, [&](const auto& account) { return tables_.ledger.balance(account); });
        fill(state.points, needs.points, [&](auto id) { return tables_.points.held_by(id); });
    });
}

std::optional<Recorded> SqliteStore::find(DeviceId device, CommandId command) {
    return guarded("an answer cannot be looked up", [&] { return tables_.answers.find(device, command); });
}

// As a writer from the start: nothing can come between what is read and what is written.
void SqliteStore::begin_batch() {
    guarded("a batch cannot begin", [&] {
        cut_wal_if_due();
        batch_.emplace(db_.raw(), SQLite::TransactionBehavior::IMMEDIATE);
    });
}

void SqliteStore::commit(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused) {
    auto head = head_;
    try {
        guarded("the commit failed", [&] {
            write(rows, refused, head);
            wal_is_to_be_cut_ = wal_is_to_be_cut_ || std::ranges::any_of(rows, erases_a_member);
            cut_wal_if_due();
        });
    } catch (...) {
        batch_.reset();
        tables_.clear();
        sealer_.forget();
        throw;
    }
    head_ = head;
}

void SqliteStore::write(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused,
                        JournalHead& head) {
    if (!batch_) begin_batch();
    for (const auto& row : rows) {
        if (row.seq != head.seq + 1) throw StoreError("the journal's rows have a gap");
        journal_.append(row, codec_.encode_events(row.events, row.seq, sealer_), head);
        tables_.add(row);
    }
    for (const auto& row : refused) tables_.answers.refuse(row);
    tables_.flush();
    batch_->commit();
    batch_.reset();
}

// With a reader in the way it stays due: before the next batch, or when the database is opened again.
void SqliteStore::cut_wal_if_due() {
    if (wal_is_to_be_cut_) wal_is_to_be_cut_ = !db_.cut_wal();
}

std::vector<Ticket> SqliteStore::load_tickets(Date from) {
    return guarded("the tickets cannot be loaded", [&] { return tables_.orders.tickets(from); });
}

std::vector<Menu> SqliteStore::load_menus(Date from) {
    return guarded("the menus cannot be loaded", [&] { return tables_.menus.current_from(from); });
}

std::vector<Member> SqliteStore::load_members() {
    return guarded("the members cannot be loaded", [&] { return tables_.members.all(); });
}

Uses SqliteStore::uses_found_by(MemberId member, Meal meal, bool by_earlier_meals) {
    return guarded("the uses cannot be loaded",
                   [&] { return tables_.rights.found_by(member, meal, by_earlier_meals); });
}

std::vector<std::pair<UseKey, std::int64_t>> SqliteStore::load_uses(Date from) {
    return guarded("the uses cannot be loaded", [&] { return tables_.rights.from(from); });
}

void SqliteStore::put_enrolment_code(DeviceId device, const Hash& code_hash, Timestamp expires) {
    guarded("the enrolment code cannot be kept", [&] {
        db_.query("INSERT INTO enrolment_code (code_hash, device, expires_ms) VALUES (?, ?, ?)")
            .with(code_hash, device, expires)
            .run();
    });
}

std::optional<DeviceId> SqliteStore::take_enrolment_code(const Hash& code_hash, Timestamp now) {
    return guarded("the enrolment code cannot be taken", [&]() -> std::optional<DeviceId> {
        SQLite::Transaction transaction(db_.raw(), SQLite::TransactionBehavior::IMMEDIATE);
        std::optional<DeviceId> device;
        {
            auto row = db_.query("SELECT device FROM enrolment_code WHERE code_hash = ? AND expires_ms > ?");
            row.with(code_hash, now);
            if (row.next()) device = row.id<DeviceId>(0);
        }
        // Used or late, a code is of no more use; so are all late ones.
        db_.query("DELETE FROM enrolment_code WHERE code_hash = ? OR expires_ms <= ?").with(code_hash, now).run();
        transaction.commit();
        return device;
    });
}

void SqliteStore::put_cookie(DeviceId device, const Hash& cookie_hash) {
    guarded("the cookie cannot be kept", [&] {
        db_.query("INSERT INTO cookie (cookie_hash, device) VALUES (?, ?)").with(cookie_hash, device).run();
    });
}

std::vector<std::pair<Hash, DeviceId>> SqliteStore::load_cookies() {
    return guarded("the cookies cannot be loaded", [&] {
        std::vector<std::pair<Hash, DeviceId>> cookies;
        auto rows = db_.query("SELECT cookie_hash, device FROM cookie");
        while (rows.next()) cookies.emplace_back(rows.bytes<32>(0), rows.id<DeviceId>(1));
        return cookies;
    });
}

std::vector<OrderId> SqliteStore::orders_of(MemberId member, Date from, std::size_t most) {
    return guarded("the orders cannot be looked up", [&] { return tables_.orders.of_member(member, from, most); });
}

std::optional<MemberId> SqliteStore::find_by_id_number(const std::string& id_number) {
    return guarded("the member cannot be looked up", [&] { return tables_.members.find_by_id_number(id_number); });
}

void SqliteStore::backup_to(const std::filesystem::path& to) {
    backup(db_, to);
}

}  // namespace canteen
