// The keys a command touches; those missing in the working state are loaded before decide(). Pure.
#pragma once

#include <vector>

#include "canteen/domain/state/canteen.h"

namespace canteen {

struct Needs {
    std::vector<OrderId> orders;
    std::vector<PickupKey> pickups;
    std::vector<Meal> menus;  // with the stock of their dishes
    std::vector<MemberId> members;
    std::vector<UseScope> use_scopes;
    std::vector<Account> balances;
    std::vector<MemberId> points;         // the points these members hold
    std::vector<std::string> cards;       // whose cards these are
    std::vector<std::string> numbers;     // whose member numbers these are
    std::vector<std::string> id_numbers;  // whose ID numbers these are, normalised
    std::vector<ShiftId> shifts;
    std::vector<FactId> facts;  // whether they were stated
    bool empty() const {
        return orders.empty() && pickups.empty() && menus.empty() && members.empty() && use_scopes.empty() &&
               balances.empty() && points.empty() && cards.empty() && numbers.empty() && id_numbers.empty() &&
               shifts.empty() && facts.empty();
    }
};

// Meals that a till or screen may ask about, in days of today: those further off are refused before anything is loaded
// for them, for each that does not exist would be remembered as missing.
inline constexpr int reach_back_days = 8;
inline constexpr int reach_ahead_days = 60;
// True of an ask or a mark for such a meal. Statements are never refused.
bool is_out_of_reach(const CommandBody& body, Date today);

// Returns the keys that the command touches and the state has not loaded. To be asked again after loading: a loaded
// order may name a member.
Needs missing_for(const Canteen& state, const Command& command, Timestamp now);

}  // namespace canteen
