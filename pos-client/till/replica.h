// Holds what the till knows of the canteen: the last menus, portions, right sheets, uses and staff it was told. It
// prices from this alone, so it sells on without a server. Pure; one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "canteen/domain/model/menu.h"
#include "canteen/domain/model/right_sheet.h"
#include "canteen/domain/model/staff.h"
#include "canteen/domain/model/stock.h"
#include "canteen/domain/model/use.h"

namespace canteen::till {

struct Portions {
    std::int64_t left = 0;
    bool sold_out = false;
    std::optional<Timestamp> sold_out_since{};
    bool operator==(const Portions&) const = default;
};

// A member's money and points in the canteen's accounts, as last told.
struct Holding {
    Fen principal, bonus;  // stored value
    std::int64_t points = 0;
    bool operator==(const Holding&) const = default;
};

// One of the staff, with what this till alone can open to check their PIN.
struct KnownStaff {
    StaffMember staff;
    std::string sealed_pin;  // "": none
    bool operator==(const KnownStaff&) const = default;
};

class Replica {
public:
    // Replaces the older version of its meal.
    void put_menu(Menu menu);
    void put_portions(const StockKey& key, Portions portions);
    void clear_menus();  // and portions
    // Replaces what was known of these sheets' members: the list holds all their sheets.
    void put_sheets(const std::vector<RightSheet>& sheets);
    // Adds a sheet beside its member's others: a snapshot comes in pieces.
    void add_sheet(RightSheet sheet);
    void clear_sheets();
    // Drops all sheets of a member who was erased.
    void drop_sheets_of(MemberId member);
    // A use of 0 takes it back.
    void put_use(const UseKey& key, std::int64_t used);
    void clear_uses();  // and members' holdings
    // A holding of nothing at all takes it back.
    void put_holding(MemberId member, const Holding& holding);
    // Replaces what was known of this one.
    void put_staff(KnownStaff known) { staff_[known.staff.id] = std::move(known); }
    void clear_staff() { staff_.clear(); }
    // This card is nobody's here any more, whatever the sheets say of it.
    void stop_card(const std::string& card);
    // Notes that a snapshot of holdings came whole: members it does not name have nothing.
    void set_holdings_whole(bool whole) { holdings_whole_ = whole; }

    // Returns null if not known.
    const Menu* menu_of(Meal meal) const;
    // Returns the menu being served at that instant; else the last that began that day, else the day's first. Null
    // without any.
    const Menu* menu_at(Timestamp now) const;
    // Returns the earliest of several meals being served at once that has all the dishes, else the same as menu_at().
    const Menu* menu_for(Timestamp now, const std::vector<DishId>& dishes) const;
    // Returns nothing if the server never said.
    std::optional<Portions> portions_of(const StockKey& key) const;
    // Returns true unless the dish is known to be gone.
    bool is_left(const StockKey& key) const;
    // Returns the member with that number; nil if unknown.
    MemberId member_of(const std::string& number) const;
    // Returns the member whose active card it is; nil if unknown.
    MemberId member_of_card(const std::string& card) const;
    // Returns true if any sheet of the member is known.
    bool knows(MemberId member) const { return sheets_.contains(member); }
    // Returns what a member (nil: a guest without number) may get that day; null if no sheet reaches it.
    const RightSheet* sheet_of(MemberId member, Date date) const;
    const Uses& uses() const { return uses_; }
    // Returns all zero for members who have nothing.
    Holding holding_of(MemberId member) const;
    const std::map<MemberId, Holding>& holdings() const { return holdings_; }
    bool holdings_whole() const { return holdings_whole_; }

    const std::map<StaffId, KnownStaff>& staff() const { return staff_; }
    // In their normal form.
    const std::set<std::string>& stopped_cards() const { return stopped_cards_; }
    const std::map<Meal, Menu>& menus() const { return menus_; }
    const std::unordered_map<StockKey, Portions>& portions() const { return portions_; }
    std::vector<RightSheet> sheets() const;
    // Calls it with each sheet that reaches the day, in no order.
    void each_sheet_on(Date date, const std::function<void(const RightSheet&)>& look) const;

private:
    using Holders = std::unordered_map<std::string, MemberId>;
    static MemberId holder_in(const Holders& holders, const std::string& key);
    static void forget(Holders& holders, const std::string& key, MemberId holder);

    std::map<Meal, Menu> menus_;
    std::unordered_map<StockKey, Portions> portions_;
    std::unordered_map<MemberId, std::vector<RightSheet>> sheets_;
    Holders members_;  // by number
    Holders cards_;    // by active card
    Uses uses_;
    std::map<MemberId, Holding> holdings_;
    bool holdings_whole_ = false;
    std::map<StaffId, KnownStaff> staff_;
    std::set<std::string> stopped_cards_;
};

}  // namespace canteen::till
