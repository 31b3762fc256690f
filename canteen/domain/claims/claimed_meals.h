// Keeps how much stands of each subsidised meal, how much was asked for it, and how both came about, so that any
// earlier row can be looked at again. A million meals fit: a record and its changes need no memory of their own. One
// thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "canteen/domain/base/interned.h"
#include "canteen/domain/model/claim_line.h"

namespace canteen {

// A meal as the book keeps it; values that recur are kept as numbers.
struct ClaimedMeal {
    OrderId order;
    MemberId member;
    Timestamp sold_at;
    Fen food, waived, self_pay, delivery;
    Fen stands;  // of the payer's share, after cancellations and refunds
    Fen asked;   // by submitted claims, without what was rejected
    Seq booked = 0;
    Date date;
    std::uint32_t version = 0, steps = 0, device = 0, letters = 0, count = 0;
    MealSlot slot = MealSlot::lunch;
    ServiceMode mode = ServiceMode::dine_in;
    Identified identified = Identified::not_said;
};
static_assert(sizeof(ClaimedMeal) <= 128);

class ClaimedMeals {
public:
    using Place = std::uint32_t;

    // The facts of a meal; its share is booked for itself. Facts of one that is known replace those known.
    void bring_in(const ClaimLine& facts);
    std::optional<Place> place_of(OrderId order) const;
    void book(Seq seq, Place place, Fen fen);
    void ask(Seq seq, Place place, Fen fen);

    std::size_t size() const { return meals_.size(); }
    const ClaimedMeal& at(Place place) const { return meals_[place]; }
    // The meal's share is what is not asked yet.
    ClaimLine line_of(const ClaimedMeal& meal) const;

    // Sums of the meals that changed after the row: meals not named stand as they stood then.
    struct Sums {
        Fen stands, asked;
    };
    std::map<Place, Sums> changes_after(Seq row) const;
    // How many changes there are by now, and what was asked for the meal within a part of them that asks place by
    // place, in order.
    std::size_t changes() const { return changes_.size(); }
    Fen asked_within(std::size_t first, std::size_t last, Place place) const;

private:
    struct Change {
        Seq seq = 0;
        Fen fen;
        Place place = 0;
        bool is_asked = false;  // else booked
    };
    static_assert(sizeof(Change) <= 24);

    std::vector<ClaimedMeal> meals_;
    std::unordered_map<OrderId, Place> places_;
    std::vector<Change> changes_;  // by row
    Interned<std::string> versions_, letters_;
    Interned<std::vector<std::uint32_t>> steps_;
    Interned<DeviceId> devices_;
};

}  // namespace canteen
