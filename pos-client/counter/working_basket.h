// The basket a cashier fills for one guest. Every change counts its revision up, so a page that saw an older one cannot
// sell it. Pure; one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "pos-client/till/basket.h"

namespace canteen::till {

using BasketId = Uuid<struct BasketTag>;

struct BasketRow {
    std::uint32_t number = 0;  // stays the line's own while others come and go
    BasketLine line;
    bool operator==(const BasketRow&) const = default;
};

struct WorkingBasket {
    BasketId id;
    std::uint32_t revision = 0;
    std::uint32_t last_row = 0;  // the last number given
    std::vector<BasketRow> rows{};
    MemberId guest{};  // nil: without number
    Identified guest_by = Identified::not_said;
    ServiceMode mode = ServiceMode::dine_in;
    Fen delivery_fee{};
    std::optional<Meal> meal{};      // chosen by tab; absent: the one being served
    std::optional<Sums> new_sums{};  // that the server named instead of ours
    bool is_agreed = false;          // to these, by the guest
    bool operator==(const WorkingBasket&) const = default;

    bool is_empty() const { return rows.empty(); }
    // True if neither a dish nor a guest would be lost.
    bool is_untouched() const { return rows.empty() && guest.is_nil(); }
    const BasketRow* find(std::uint32_t row) const;
    // Returns what is to be priced and sold.
    Basket to_sell() const;
};

// Each notes that the basket changed: its sums are the till's own again. Adds a portion to the row of the same plain
// dish, else a row; returns its number.
std::uint32_t add(WorkingBasket& basket, const BasketLine& line);
// Replaces the row's line; without a quantity the row goes. False if there is no such row.
bool change(WorkingBasket& basket, std::uint32_t row, const BasketLine& line);
void touch(WorkingBasket& basket);

}  // namespace canteen::till
