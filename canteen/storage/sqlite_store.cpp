#include "canteen/storage/sqlite_store.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>

#include "canteen/app/enrolment_code.h"
#include "canteen/storage/disk/disk_space.h"
#include "canteen/storage/disk/store_files.h"
#include "canteen/storage/readable_row.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/sealing/secure_delete.h"
#include "canteen/storage/upkeep/backup.h"
#include "canteen/storage/upkeep/start_check.h"

namespace canteen {
namespace {

// True if a table's own rules refuse the row, or a value does not fit its column: another entry would have passed.
bool blames_the_row(const SQLite::Exception& e) {
    const int primary = e.getErrorCode() & 0xff;
    return primary == SQLITE_CONSTRAINT || primary == SQLITE_MISMATCH || primary == SQLITE_TOOBIG;
}

// Turns any error of the disk or of a broken file into a StoreError, and any that an entry causes into an EntryError.
template <class Action>
auto guarded(const char* what, Action action) {
    try {
        return action();
    } catch (const SQLite::Exception& e) {
        const auto text = std::string(what) + ": " + e.what();
        if (blames_the_row(e)) throw EntryError(text);
        throw StoreError(text);
    } catch (const CodecError& e) {
        throw EntryError(std::string(what) + ": " + e.what());
    } catch (const UnsealError& e) {
        throw EntryError(std::string(what) + ": " + e.what());
    }
}

// Keeps what is known already: it may be ahead of the disk.
template <class Known, class Keys, class Find>
void fill(Known& known, const Keys& keys, Find find) {
    for (const auto& key : keys)
        if (!known.contains(key)) known.emplace(key, find(key));
}

bool erases_a_member(const JournalRow& row) {
    return std::ranges::any_of(row.events, [](const Event& e) { return std::holds_alternative<MemberErased>(e); });
}

// Checks for room: a migration may write every row anew, into the log first. Without room the file stays as it is.
void require_room_to_migrate(const std::filesystem::path& path) {
    if (is_there(path) && is_of_older_program(path)) require_room(directory_of(path), size_of_database(path), path);
}

Connection open_connection(const std::filesystem::path& path, SqliteStore::Opening opening) {
    bool make = opening == SqliteStore::Opening::make;
    if (!make) guarded("the database cannot be opened", [&path] { require_room_to_migrate(path); });
    Connection db(path, make ? Connection::Mode::create : Connection::Mode::read_write);
    if (make) keep_private(path);
    guarded("the database cannot be opened", [&db] {
        const SecureDelete overwritten(db);
        migrate(db);
    });
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
      tables_(db_, codec, sealer_, keys.blind_index),
      aside_(db_, keys.site),
      pins_(db_, keys.site) {
    guarded("the database cannot be opened", [&] {
        check_or_note_key(opening, keys);
        check_tail(db_);
        if (tables_.answers.mend_refusals()) wal_is_to_be_cut_ = true;
        head_ = journal_.head();
        SQLite::Transaction indexing(db_.raw());
        tables_.members.index_cards();
        indexing.commit();
        cut_wal_if_due();
    });
}

// Refuses a wrong key file before anything is written: with it members would be unreadable and could not be found.
void SqliteStore::check_or_note_key(Opening opening, const SiteKeys& keys) {
    auto check = hash_of_keys(keys);
    if (opening == Opening::make) {
        db_.query("INSERT INTO key_check (id, hash) VALUES (1, ?)").with(check).run();
        return;
    }
    auto row = db_.query("SELECT hash FROM key_check WHERE id = 1");
    if (!row.next() || row.bytes<32>(0) != check) throw StoreError("the key file belongs to another database");
}

Canteen SqliteStore::load_start(const Site& site, Date from) {
    return guarded("the state cannot be loaded", [&] {
        Canteen state;
        state.site = site;
        tables_.site.load(state);
        state.last_menu_version = tables_.menus.last_version();
        state.employers = tables_.employers.all();
        state.points_rule = tables_.points.rule();
        state.claims = tables_.claims.all();
        state.agreements = tables_.partners.all();
        state.drawers = tables_.ledger.drawers();
        for (auto& staff : tables_.staff.all()) state.staff.emplace(staff.id, std::move(staff));
        for (auto& shift : tables_.shifts.open()) state.open_shifts.emplace(shift.till, std::move(shift));
        for (auto& order : tables_.orders.open_orders(from)) put_loaded(state, std::move(order));
        return state;
    });
}

Hash SqliteStore::first_hash() {
    return journal_.first_hash();
}

TillStates SqliteStore::load_chains() {
    return guarded("the tills' chains cannot be loaded", [&] { return tables_.answers.chains(); });
}

// Replaces nothing that is in the state already: it may be ahead of the disk.
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
        fill(state.id_numbers, needs.id_numbers,
             [&](const auto& number) { return tables_.members.find_by_id_number(number); });
        for (const auto& scope : needs.use_scopes) tables_.rights.load(scope, state);
        fill(state.balances, needs.balances, [&](const auto& account) { return tables_.ledger.balance(account); });
        fill(state.points, needs.points, [&](auto id) { return tables_.points.held_by(id); });
        fill(state.shifts, needs.shifts, [&](auto id) { return tables_.shifts.find(id); });
        fill(state.facts, needs.facts, [&](auto id) { return tables_.shifts.is_stated(id); });
    });
}

std::optional<Recorded> SqliteStore::find(DeviceId device, CommandId command) {
    return guarded("an answer cannot be looked up", [&] { return tables_.answers.find(device, command); });
}

// Begins as a writer, so that nothing can come between what is read and what is written.
void SqliteStore::begin_batch() {
    guarded("a batch cannot begin", [&] {
        cut_wal_if_due();
        batch_.emplace(db_);
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

std::string SqliteStore::encode(const JournalRow& row) {
    try {
        return encode_readably(row, codec_, sealer_);
    } catch (const SQLite::Exception& e) {
        throw StoreError(std::string("a row cannot be encoded: ") + e.what());
    } catch (const UnsealError& e) {
        throw StoreError(std::string("a row cannot be encoded: ") + e.what());
    }
}

void SqliteStore::write(const std::vector<JournalRow>& rows, const std::vector<RefusedRow>& refused,
                        JournalHead& head) {
    if (!batch_) begin_batch();
    for (const auto& row : rows) {
        if (row.seq != head.seq + 1) throw StoreError("the journal's rows have a gap");
        journal_.append(row, row.bytes.empty() ? encode(row) : row.bytes, head);
        tables_.add(row);
        forget_pins(row);
    }
    for (const auto& row : refused) {
        tables_.answers.refuse(row);
        if (row.aside) aside_.put(row);
    }
    tables_.flush();
    batch_->commit();
    batch_.reset();
}

// People who are ended log in nowhere any more.
void SqliteStore::forget_pins(const JournalRow& row) {
    for (const auto& event : row.events)
        if (const auto* ended = std::get_if<StaffEnded>(&event)) pins_.erase(ended->staff);
}

// Leaves the cut due while a reader is in the way: until the next batch, or until the database is opened again. On a
// full disk, too, where the log may have no room in the file: what is committed can be read and served all the same.
void SqliteStore::cut_wal_if_due() {
    if (!wal_is_to_be_cut_) return;
    try {
        wal_is_to_be_cut_ = !db_.cut_wal();
    } catch (const SQLite::Exception& e) {
        if ((e.getErrorCode() & 0xff) != SQLITE_FULL && (e.getErrorCode() & 0xff) != SQLITE_IOERR) throw;
    }
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
                   [&] { return tables_.rights.found_by({member}, meal, by_earlier_meals); });
}

std::vector<std::pair<UseKey, std::int64_t>> SqliteStore::load_uses(Date from) {
    return guarded("the uses cannot be loaded", [&] { return tables_.rights.from(from); });
}

std::vector<MemberBalance> SqliteStore::load_balances() {
    return guarded("the balances cannot be loaded", [&] {
        std::map<MemberId, MemberBalance> balances;
        for (const auto& [account, fen] : tables_.ledger.stored_value()) {
            auto& balance = balances[stored_value_owner(account)];
            (account.kind == AccountKind::member_bonus ? balance.bonus : balance.principal) = -fen;
        }
        for (const auto& [member, points] : tables_.points.held()) balances[member].points = points;
        std::vector<MemberBalance> list;
        for (auto& [member, balance] : balances) {
            balance.member = member;
            list.push_back(balance);
        }
        return list;
    });
}

void SqliteStore::put_enrolment_code(DeviceId device, const Hash& code_hash, Timestamp expires) {
    guarded("the enrolment code cannot be kept", [&] {
        SQLite::Transaction transaction(db_.raw(), SQLite::TransactionBehavior::IMMEDIATE);
        db_.query("DELETE FROM enrolment_code WHERE expires_ms <= ?").with(expires - enrolment_code_lives).run();
        db_.query("INSERT INTO enrolment_code (code_hash, device, expires_ms) VALUES (?, ?, ?)")
            .with(code_hash, device, expires)
            .run();
        transaction.commit();
    });
}

std::optional<EnrolmentCode> SqliteStore::enrolment_code(const Hash& code_hash, Timestamp now) {
    return guarded("the enrolment code cannot be looked up", [&]() -> std::optional<EnrolmentCode> {
        auto row = db_.query("SELECT device, claimant FROM enrolment_code WHERE code_hash = ? AND expires_ms > ?");
        row.with(code_hash, now);
        if (!row.next()) return std::nullopt;
        EnrolmentCode code{row.id<DeviceId>(0), std::nullopt};
        if (!row.is_null(1)) code.claimant = row.bytes<32>(1);
        return code;
    });
}

void SqliteStore::claim_enrolment_code(const Hash& code_hash, const Hash& claimant) {
    guarded("the enrolment code cannot be claimed", [&] {
        db_.query("UPDATE enrolment_code SET claimant = ? WHERE code_hash = ?").with(claimant, code_hash).run();
    });
}

void SqliteStore::put_cookie(DeviceId device, const Hash& cookie_hash) {
    guarded("the cookie cannot be kept", [&] {
        SQLite::Transaction transaction(db_.raw(), SQLite::TransactionBehavior::IMMEDIATE);
        db_.query("DELETE FROM cookie WHERE device = ?").with(device).run();
        db_.query("INSERT INTO cookie (cookie_hash, device) VALUES (?, ?)").with(cookie_hash, device).run();
        transaction.commit();
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

void SqliteStore::put_staff_pin(StaffId staff, const std::string& verifier) {
    guarded("a PIN cannot be kept", [&] {
        SQLite::Transaction transaction(db_.raw(), SQLite::TransactionBehavior::IMMEDIATE);
        pins_.put(staff, verifier);
        transaction.commit();
    });
}

std::map<StaffId, std::string> SqliteStore::load_staff_pins() {
    return guarded("the PINs cannot be loaded", [&] { return pins_.all(); });
}

void SqliteStore::put_seen(DeviceId device, Timestamp at) {
    guarded("a device's coming cannot be kept", [&] {
        db_.query("INSERT OR REPLACE INTO device_seen (device, time_ms) VALUES (?, ?)").with(device, at).run();
    });
}

std::vector<std::pair<DeviceId, Timestamp>> SqliteStore::load_seen() {
    return guarded("the devices' comings cannot be loaded", [&] {
        std::vector<std::pair<DeviceId, Timestamp>> seen;
        auto rows = db_.query("SELECT device, time_ms FROM device_seen");
        while (rows.next()) seen.emplace_back(rows.id<DeviceId>(0), rows.time(1));
        return seen;
    });
}

void SqliteStore::note_person_read(const PersonRead& read) {
    guarded("a look at a person cannot be noted", [&] { journal_.note_read(read); });
}

std::vector<PersonRead> SqliteStore::person_reads(std::size_t most) {
    return guarded("the looks at persons cannot be listed", [&] { return journal_.last_reads(most); });
}

std::vector<OrderId> SqliteStore::orders_of(MemberId member, Date from, std::size_t most) {
    return guarded("the orders cannot be looked up", [&] { return tables_.orders.of_member(member, from, most); });
}

std::optional<MemberId> SqliteStore::find_by_id_number(const std::string& id_number) {
    return guarded("the member cannot be looked up", [&] { return tables_.members.find_by_id_number(id_number); });
}

Seq SqliteStore::backup_to(const std::filesystem::path& to) {
    return backup(db_, to);
}

}  // namespace canteen
