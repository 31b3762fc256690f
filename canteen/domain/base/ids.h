// Strong ids: a number or 16 bytes that cannot be mistaken for another kind. Values; any thread.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>

namespace canteen {

using Bytes16 = std::array<std::uint8_t, 16>;

// A UUIDv7: time-ordered, minted by whoever creates the thing.
template <class Tag>
struct Uuid {
    Bytes16 bytes{};
    auto operator<=>(const Uuid&) const = default;
    // True for the all-zero id, which names nothing.
    bool is_nil() const { return bytes == Bytes16{}; }
};

template <class Tag>
struct Number {
    std::uint32_t value = 0;
    auto operator<=>(const Number&) const = default;
};

using OrderId = Uuid<struct OrderTag>;
using CommandId = Uuid<struct CommandTag>;
using MemberId = Uuid<struct MemberTag>;
using DeviceId = Uuid<struct DeviceTag>;
using RefundId = Uuid<struct RefundTag>;
using ClaimId = Uuid<struct ClaimTag>;
using StaffId = Uuid<struct StaffTag>;
using ShiftId = Uuid<struct ShiftTag>;
using FactId = Uuid<struct FactTag>;  // what a till states of money: a drawer's move, a top-up, a pay-out

using DishId = Number<struct DishTag>;              // the number on the menu, the same every day
using MenuVersion = Number<struct MenuVersionTag>;  // counts up over all menus of the site
using LineId = Number<struct LineTag>;              // 1, 2, ... within its order

using Seq = std::uint64_t;    // a row of the journal; 0 is before the first
using Epoch = std::uint64_t;  // new at init and at every restore

}  // namespace canteen

template <class Tag>
struct std::hash<canteen::Uuid<Tag>> {
    std::size_t operator()(const canteen::Uuid<Tag>& id) const noexcept {
        std::size_t h = 1469598103934665603ULL;
        for (auto b : id.bytes) h = (h ^ b) * 1099511628211ULL;
        return h;
    }
};

template <class Tag>
struct std::hash<canteen::Number<Tag>> {
    std::size_t operator()(const canteen::Number<Tag>& n) const noexcept { return n.value; }
};
