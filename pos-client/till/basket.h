// The cashier's order for one guest, before it has a price. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/model/order.h"

namespace canteen::till {

struct BasketLine {
    DishId dish;
    std::uint32_t quantity = 1;    // portions; 1 for a dish sold by weight
    std::uint32_t grams = 0;       // for a dish sold by weight
    std::vector<DishId> chosen{};  // for a set meal; empty: the first dishes of each slot that are left
    std::string note{};
    DietFlags flags = 0;
    bool operator==(const BasketLine&) const = default;
};

struct Basket {
    std::vector<BasketLine> lines;
    std::string member_number;                     // "": a guest without number, or a member named otherwise
    Identified identified = Identified::not_said;  // how the cashier knew the member; else by what was given
    ServiceMode mode = ServiceMode::dine_in;
    Fen delivery_fee;
    std::optional<Meal> meal;    // absent: the one being served
    std::optional<Sums> agreed;  // sums the server named (price_changed) and the guest accepted; absent: ours
    std::string card{};          // as the reader types it; "": no card was read
    MemberId member{};           // whom the till knows already; nil: by card or number
    bool operator==(const Basket&) const = default;
};

}  // namespace canteen::till
