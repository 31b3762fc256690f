// The working state of the canteen and its two doors: decide() says what happens, apply() makes it so.
// Pure and deterministic: time is passed in. Owned by the writer thread.
//
// The state holds what is open or hot. What a command touches must be loaded before decide() (app/needs.h); deciding on
// something not loaded is a programmer's error and ends the process.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <variant>

#include "canteen/domain/ledger/wallet.h"
#include "canteen/domain/model/event.h"
#include "canteen/domain/model/site.h"

namespace canteen {

using Outcome = std::variant<Events, Rejection>;

struct PickupKey {
    Date date;
    PickupNumber number;
    auto operator<=>(const PickupKey&) const = default;
};

// All counts of one member that a meal of `date` may ask for: its slots, day, week, month and year.
struct UseScope {
    MemberId member;  // nil: the budgets
    Date date;
    auto operator<=>(const UseScope&) const = default;
};

struct LiveUses {
    std::set<std::uint32_t> ordinals;  // of counted uses
    Fen fen;                           // of an amount
};
// A count of meals, or fen.
std::int64_t used_of(UseKind kind, const LiveUses& live);

struct Canteen {
    Site site;
    Epoch epoch = 0;
    Calendar calendar;
    std::vector<std::pair<std::uint32_t, Scheme>> schemes;  // by priority
    std::map<DeviceId, Device> devices;                     // all
    MenuVersion last_menu_version;
    std::vector<AccountKind> deduct_order = usual_deduct_order;
    std::map<std::string, Employer> employers;  // all, by code
    PointsRule points_rule;
    std::map<ClaimId, Claim> claims;                     // all
    std::map<std::string, PartnerAgreement> agreements;  // all, by code
    std::map<StaffId, StaffMember> staff;                // all
    std::map<DeviceId, Shift> open_shifts;               // all, by till
    std::map<std::string, Fen> drawers;                  // all cash by its owner, as booked

    // Loaded on need; an empty optional is known not to exist.
    std::unordered_map<Meal, std::optional<Menu>> menus;  // the current version of each meal
    std::unordered_map<StockKey, StockRow> stock;         // comes with its menu
    std::unordered_map<OrderId, std::optional<Order>> orders;
    std::map<PickupKey, std::optional<OrderId>> pickups;
    std::unordered_map<MemberId, std::optional<Member>> members;
    std::map<UseKey, LiveUses> uses;
    std::set<UseScope> use_scopes;                              // which of `uses` are complete
    std::map<Account, Fen> balances;                            // of stored-value accounts that were loaded: the sum of
                                                                // their postings, so that a guest's money is negative
    std::map<MemberId, std::int64_t> points;                    // of members that were loaded
    std::map<std::string, std::optional<MemberId>> cards;       // whose card, also a lost or replaced one
    std::map<std::string, std::optional<MemberId>> numbers;     // whose member number
    std::map<std::string, std::optional<MemberId>> id_numbers;  // whose ID number, normalised; of several one
    std::unordered_map<ShiftId, std::optional<Shift>> shifts;
    std::unordered_map<FactId, bool> facts;           // whether they were stated
    std::set<MemberId> erased;                        // of members that were asked for: such an id is never used again
    std::map<Timestamp, std::set<OrderId>> expiries;  // of all holds
    std::map<Timestamp, std::set<OrderId>> ready_since;  // of all ready tickets
};

// Makes an event part of the state. Any event decide() returned, in order; also replays the journal.
void apply(Canteen& state, const Event& event);

}  // namespace canteen
