// Ids and hashes as SQLite's blobs, and back. Any thread.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "pos-client/till/entry.h"

namespace canteen::till {

// In the table of own uses, beyond the kinds of rights, which are below 100: what a sale took from the member's
// accounts, and what a top-up put there, with the server and without it.
inline constexpr int spending_kind = 201;
inline constexpr int top_up_kind = 202;
inline constexpr int top_up_without_server_kind = 203;

template <std::size_t size>
void bind_bytes(SQLite::Statement& statement, int place, const std::array<std::uint8_t, size>& bytes) {
    statement.bind(place, bytes.data(), static_cast<int>(size));
}

inline void bind_text(SQLite::Statement& statement, int place, const std::string& bytes) {
    statement.bind(place, bytes.data(), static_cast<int>(bytes.size()));
}

inline std::string bytes_of(const SQLite::Column& column) {
    const auto* data = static_cast<const char*>(column.getBlob());
    return data ? std::string(data, static_cast<std::size_t>(column.getBytes())) : std::string();
}

// Throws std::runtime_error if the column holds another number of bytes.
template <std::size_t size>
std::array<std::uint8_t, size> array_of(const SQLite::Column& column) {
    std::array<std::uint8_t, size> out{};
    if (column.getBytes() != static_cast<int>(size)) throw std::runtime_error("the till's file holds a wrong id");
    const auto* data = static_cast<const std::uint8_t*>(column.getBlob());
    std::copy(data, data + size, out.begin());
    return out;
}

// The index over queued entries serves only statements that say the state as a number.
static_assert(static_cast<int>(EntryState::queued) == 1);

template <class... Enums>
void bind_enums(SQLite::Statement& statement, int first, Enums... values) {
    (statement.bind(first++, static_cast<int>(values)), ...);
}

// How a statement begins whose rows entry_of_row() reads.
inline constexpr const char* select_entries =
    "SELECT device_seq, command_id, order_id, kind, state, bytes, hash FROM entries ";

inline Entry entry_of_row(SQLite::Statement& row) {
    Entry entry;
    entry.device_seq = static_cast<std::uint64_t>(row.getColumn(0).getInt64());
    entry.command = {array_of<16>(row.getColumn(1))};
    entry.order = {array_of<16>(row.getColumn(2))};
    entry.kind = static_cast<EntryKind>(row.getColumn(3).getInt());
    entry.state = static_cast<EntryState>(row.getColumn(4).getInt());
    entry.bytes = bytes_of(row.getColumn(5));
    entry.hash = array_of<32>(row.getColumn(6));
    return entry;
}

}  // namespace canteen::till
