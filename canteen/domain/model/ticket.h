// An order as the kitchen sees it: only what is cooked or packed; never price, payer, member or name. Values; any
// thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/meal.h"

namespace canteen {

// The till's letters and its count of the day, "A012". Minted by the till; unique per business date.
struct PickupNumber {
    std::string letters;
    std::uint32_t count = 0;
    auto operator<=>(const PickupNumber&) const = default;
};
// "A012"; three digits and on.
std::string to_string(const PickupNumber& number);

// How the guest needs it cooked; a set of DietFlag bits.
using DietFlags = std::uint8_t;
enum class DietFlag : std::uint8_t { soft = 1, less_salt = 2, no_sugar = 4, less_oil = 8, no_spice = 16 };
inline constexpr DietFlags all_diet_flags = 31;

struct TicketLine {
    std::uint32_t index = 0;  // 0, 1, ... within the ticket
    DishId dish;
    std::string name;  // as the menu called it
    std::string name_en;
    std::uint32_t quantity = 1;
    std::string note;
    DietFlags flags = 0;
    bool done = false;
    bool operator==(const TicketLine&) const = default;
};

enum class TicketState : std::uint8_t { open = 1, ready = 2, handed_over = 3, cancelled = 4 };

struct Ticket {
    OrderId order;
    PickupNumber pickup;
    Meal meal;
    Origin origin = Origin::counter;
    ServiceMode mode = ServiceMode::dine_in;
    Timestamp placed_at;
    Timestamp due;
    std::vector<TicketLine> lines;
    TicketState state = TicketState::open;
    std::optional<Timestamp> ready_at;
    bool cancel_seen = false;  // the kitchen acknowledged the cancellation
    bool on_paper = false;     // a slip told it: handed out by the screen, never cooked by it
    bool operator==(const Ticket&) const = default;

    // True if that line cannot go back: it was marked, or a slip had it cooked.
    bool is_cooked(const TicketLine& line) const;
    void mark(bool ready, Timestamp at);
    // One that was struck out stays cancelled until the kitchen has seen it, though the rest of its order was handed
    // over.
    void hand_over();
};

}  // namespace canteen
