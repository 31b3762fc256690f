// Reads single fields within their limits, and lists of them. Every from_* throws Unreadable naming the path.
// Enumerations have the same numbers on both sides, from 1 without a gap; 0 is "not given".
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/base/time.h"
#include "canteen/domain/model/device.h"
#include "canteen/wire/path.h"

namespace canteen {

// 100 million yuan: more than an honest till ever sends, and small enough that an order's sums cannot overflow.
inline constexpr std::int64_t max_client_fen = 10'000'000'000;
inline constexpr std::int64_t last_instant_ms = 253'402'300'799'999;  // the end of the year 9999
inline constexpr std::int32_t first_date_days = -719'162;             // 0001-01-01
inline constexpr std::int32_t last_date_days = 2'932'896;             // 9999-12-31
inline constexpr std::size_t max_code_bytes = 128;                    // a scheme, payer, reference or name of a param
inline constexpr std::size_t max_client_text_bytes = 2 * 1024;  // far above the limits that the domain itself names
inline constexpr std::size_t max_own_text_bytes = 64 * 1024;    // for texts the server wrote itself
inline constexpr std::size_t max_own_items = 100'000;           // for lists the server wrote itself

std::string bytes_of(const Bytes16& bytes);
// Refuses anything but exactly 16 bytes.
Bytes16 bytes16_from(const std::string& bytes, const Path& at);

template <class Id>
Id id_from(const std::string& bytes, const Path& at) {
    return Id{bytes16_from(bytes, at)};
}
// Reads the order that a message names.
template <class Message>
OrderId order_of(const Message& wire, const Path& at) {
    return id_from<OrderId>(wire.order_id(), at / "order_id");
}

// Writes an id that may be absent: empty on the wire, nil here.
template <class Id>
std::string optional_bytes_of(const Id& id) {
    return id.is_nil() ? std::string{} : bytes_of(id.bytes);
}
template <class Id>
Id optional_id_from(const std::string& bytes, const Path& at) {
    return bytes.empty() ? Id{} : id_from<Id>(bytes, at);
}

template <std::size_t N>
std::string bytes_of(const std::array<std::uint8_t, N>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), N};
}
// Refuses anything but exactly N bytes.
template <std::size_t N>
std::array<std::uint8_t, N> array_from(const std::string& bytes, const Path& at) {
    if (bytes.size() != N) throw Unreadable(at, "must be " + std::to_string(N) + " bytes");
    std::array<std::uint8_t, N> array{};
    std::copy(bytes.begin(), bytes.end(), array.begin());
    return array;
}
// Reads all zero from an empty field.
template <std::size_t N>
std::array<std::uint8_t, N> optional_array_from(const std::string& bytes, const Path& at) {
    return bytes.empty() ? std::array<std::uint8_t, N>{} : array_from<N>(bytes, at);
}

std::string text_from(const std::string& text, std::size_t most_bytes, const Path& at);
Timestamp instant_from(std::int64_t ms, const Path& at);
// Reads 0 as absent.
std::optional<Timestamp> optional_instant_from(std::int64_t ms, const Path& at);
inline std::int64_t ms_of(const std::optional<Timestamp>& instant) {
    return instant ? instant->ms : 0;
}
Date date_from(std::int32_t days, const Path& at);
// Reads a client's sum, at most max_client_fen.
Fen client_fen_from(std::int64_t fen, const Path& at);
// Refuses more than `most`.
std::uint32_t count_from(std::uint32_t count, std::uint32_t most, const Path& at);

template <class Wire, class Domain>
Wire enum_to(Domain value) {
    return static_cast<Wire>(static_cast<std::underlying_type_t<Domain>>(value));
}
template <class Domain, class Wire>
Domain enum_from(Wire value, Wire last, const Path& at) {
    if (value == 0) throw Unreadable(at, "is missing");
    if (value < 0 || value > last) throw Unreadable(at, "is not known");
    return static_cast<Domain>(value);
}

// Takes any number that fits: newer servers add codes.
template <class Code>
Code code_from(std::uint32_t code, const Path& at) {
    if (code == 0) throw Unreadable(at, "is missing");
    return static_cast<Code>(count_from(code, std::numeric_limits<std::underlying_type_t<Code>>::max(), at));
}

template <class List>
void at_most(const List& list, std::size_t most, const Path& at) {
    if (static_cast<std::size_t>(list.size()) > most) throw Unreadable(at, "has more than " + std::to_string(most));
}

// Writes each item with its to_wire.
template <class Items, class Wires>
void list_to_wire(const Items& items, Wires* wires) {
    wires->Reserve(static_cast<int>(items.size()));
    for (const auto& item : items) to_wire(item, *wires->Add());
}
// Reads each item with `read`, at most `most` of them.
template <class Wires, class Read>
auto list_from(const Wires& wires, std::size_t most, const Path& at, Read read) {
    at_most(wires, most, at);
    std::vector<decltype(read(wires[0], at))> items;
    items.reserve(static_cast<std::size_t>(wires.size()));
    for (int i = 0; i < wires.size(); ++i) items.push_back(read(wires[i], at[i]));
    return items;
}
// Reads each item with its from_wire, at most `most` of them.
template <class Wires>
auto list_from_wire(const Wires& wires, std::size_t most, const Path& at) {
    return list_from(wires, most, at, [](const auto& wire, const Path& place) { return from_wire(wire, place); });
}

// Lists of ids.
template <class Id, class Wires>
void ids_to_wire(const std::vector<Id>& ids, Wires* wires) {
    for (const auto& id : ids) wires->Add(bytes_of(id.bytes));
}
template <class Id, class Wires>
std::vector<Id> ids_from_wire(const Wires& wires, const Path& at) {
    return list_from(wires, max_own_items, at, id_from<Id>);
}

// Lists of enumerators.
template <class Domain, class Wires>
void enums_to_wire(const std::vector<Domain>& values, Wires* wires) {
    for (auto value : values) wires->Add(static_cast<int>(value));
}
template <class Domain, class Wire, class Wires>
std::vector<Domain> enums_from_wire(const Wires& wires, Wire last, const Path& at) {
    at_most(wires, max_own_items, at);
    std::vector<Domain> values;
    for (int i = 0; i < wires.size(); ++i)
        values.push_back(enum_from<Domain>(static_cast<Wire>(wires[i]), last, at[i]));
    return values;
}

}  // namespace canteen
