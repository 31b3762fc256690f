#include "canteen/storage/schema/journal.h"

#include <algorithm>

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

// Kind, id and second, as the disk keeps them and the chain hashes them.
constexpr std::size_t person_bytes = 33;

std::string bytes_of(const Person& person) {
    std::string bytes(1, static_cast<char>(person.kind));
    return bytes.append(as_view(person.id)).append(as_view(person.second));
}

std::optional<Person> person_in(const std::string& bytes) {
    if (bytes.size() != person_bytes) return std::nullopt;
    Person person;
    person.kind = static_cast<PersonKind>(bytes[0]);
    std::copy_n(bytes.begin() + 1, person.id.size(), person.id.begin());
    std::copy_n(bytes.begin() + 1 + static_cast<std::ptrdiff_t>(person.id.size()), person.second.size(),
                person.second.begin());
    return person;
}

}  // namespace

// Hashes a row that names nobody as rows were hashed before they could name anybody.
Hash hash_of_row(const StoredRow& row) {
    const auto seq = number_bytes(row.seq);
    const auto time = number_bytes(static_cast<std::uint64_t>(row.time.ms));
    const auto role = number_bytes(static_cast<std::uint64_t>(row.actor.role));
    const auto device_seq = number_bytes(row.device_seq);
    if (!row.actor.person)
        return hash_of({as_view(row.previous), seq, time, as_view(row.actor.device.bytes), role,
                        as_view(row.command.bytes), row.command_name, as_view(row.digest), device_seq,
                        as_view(row.entry_hash), row.events});
    return hash_of({as_view(row.previous), seq, time, as_view(row.actor.device.bytes), role, as_view(row.command.bytes),
                    row.command_name, as_view(row.digest), device_seq, as_view(row.entry_hash), row.events,
                    bytes_of(*row.actor.person)});
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
    const auto person = row.actor.person ? bytes_of(*row.actor.person) : std::string();
    db_.query(
           "INSERT INTO journal (seq, time_ms, device, role, command_id, command_name, digest, device_seq, "
           "entry_hash, events, previous_hash, hash, person) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(stored.seq, stored.time, stored.actor.device, stored.actor.role, stored.command, stored.command_name,
              stored.digest, stored.device_seq, stored.entry_hash, Blob{stored.events}, stored.previous, stored.hash,
              person.empty() ? std::nullopt : std::optional(Blob{person}))
        .run();
    head = {stored.seq, stored.hash};
}

SqlQuery Journal::select_from(Seq first) {
    auto rows = db_.query(
        "SELECT seq, time_ms, device, role, command_id, command_name, digest, device_seq, "
        "entry_hash, events, previous_hash, hash, person FROM journal WHERE seq >= ? ORDER BY seq");
    rows.with(first);
    return rows;
}

std::vector<StoredRow> Journal::slice(Seq first, Seq last) {
    auto rows = db_.query(
        "SELECT seq, time_ms, device, role, command_id, command_name, digest, device_seq, "
        "entry_hash, events, previous_hash, hash, person FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq");
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
    row.actor.person = person_in(rows.text(12));
    return row;
}

std::vector<Act> Journal::last_acts(std::size_t most) {
    auto rows =
        db_.query("SELECT seq, time_ms, device, role, person, command_name FROM journal ORDER BY seq DESC LIMIT ?");
    rows.with(most);
    std::vector<Act> acts;
    while (rows.next())
        acts.push_back({rows.as<Seq>(0),
                        rows.time(1),
                        {rows.id<DeviceId>(2), rows.as<Role>(3), person_in(rows.text(4))},
                        rows.text(5)});
    return acts;
}

void Journal::note_read(const PersonRead& read) {
    const auto person = read.actor.person ? bytes_of(*read.actor.person) : std::string();
    db_.query("INSERT INTO person_read (time_ms, device, role, person, what, member) VALUES (?, ?, ?, ?, ?, ?)")
        .with(read.time, read.actor.device, read.actor.role,
              person.empty() ? std::nullopt : std::optional(Blob{person}), read.what, read.member)
        .run();
}

std::vector<PersonRead> Journal::last_reads(std::size_t most) {
    auto rows =
        db_.query("SELECT time_ms, device, role, person, what, member FROM person_read ORDER BY id DESC LIMIT ?");
    rows.with(most);
    std::vector<PersonRead> reads;
    while (rows.next())
        reads.push_back({rows.time(0),
                         {rows.id<DeviceId>(1), rows.as<Role>(2), person_in(rows.text(3))},
                         rows.text(4),
                         rows.id<MemberId>(5)});
    return reads;
}

}  // namespace canteen
