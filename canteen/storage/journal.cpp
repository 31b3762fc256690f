#include "canteen/storage/journal.h"

namespace canteen {
namespace {

std::string number_bytes(std::uint64_t value) {
    std::string out(8, '\0');
    for (char& c : out) {
        c = static_cast<char>(value & 0xff);
        value >>= 8;
    }
    return out;
}

}  // namespace

Hash hash_of_row(const StoredRow& row) {
    return hash_of({as_view(row.previous), number_bytes(row.seq), number_bytes(static_cast<std::uint64_t>(row.time.ms)),
                    as_view(row.actor.device.bytes), number_bytes(static_cast<std::uint64_t>(row.actor.role)),
                    as_view(row.command.bytes), row.command_name, as_view(row.digest), number_bytes(row.device_seq),
                    as_view(row.entry_hash), row.events});
}

JournalHead Journal::head() {
    auto row = db_.query("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
    if (!row.next()) return {};
    return {row.as<Seq>(0), row.bytes<32>(1)};
}

Hash Journal::first_hash() {
    auto row = db_.query("SELECT hash FROM journal ORDER BY seq LIMIT 1");
    return row.next() ? row.bytes<32>(0) : Hash{};
}

void Journal::append(const JournalRow& row, const std::string& events, JournalHead& head) {
    StoredRow stored{row.seq,        row.time, row.actor, row.command, row.command_name, row.digest, row.device_seq,
                     row.entry_hash, events,   head.hash, {}};
    stored.hash = hash_of_row(stored);
    db_.query(
           "INSERT INTO journal (seq, time_ms, device, role, command_id, command_name, digest, device_seq, "
           "entry_hash, events, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(stored.seq, stored.time, stored.actor.device, stored.actor.role, stored.command, stored.command_name,
              stored.digest, stored.device_seq, stored.entry_hash, Blob{stored.events}, stored.previous, stored.hash)
        .run();
    head = {stored.seq, stored.hash};
}

SqlQuery Journal::select_from(Seq first) {
    auto rows = db_.query(
        "SELECT seq, time_ms, device, role, command_id, command_name, digest, device_seq, "
        "entry_hash, events, previous_hash, hash FROM journal WHERE seq >= ? ORDER BY seq");
    rows.with(first);
    return rows;
}

std::vector<StoredRow> Journal::slice(Seq first, Seq last) {
    auto rows = db_.query(
        "SELECT seq, time_ms, device, role, command_id, command_name, digest, device_seq, "
        "entry_hash, events, previous_hash, hash FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq");
    rows.with(first, last);
    std::vector<StoredRow> slice;
    while (rows.next()) slice.push_back(row_of(rows));
    return slice;
}

StoredRow Journal::row_of(SqlQuery& rows) {
    StoredRow row;
    row.seq = rows.as<Seq>(0);
    row.time = rows.time(1);
    row.actor = {rows.id<DeviceId>(2), rows.as<Role>(3)};
    row.command = rows.id<CommandId>(4);
    row.command_name = rows.text(5);
    row.digest = rows.bytes<32>(6);
    row.device_seq = rows.as<std::uint64_t>(7);
    row.entry_hash = rows.bytes<32>(8);
    row.events = rows.text(9);
    row.previous = rows.bytes<32>(10);
    row.hash = rows.bytes<32>(11);
    return row;
}

}  // namespace canteen
