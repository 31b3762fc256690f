// Money in a till's drawer, and whose it is to answer for: shifts and the moves in them. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"
#include "canteen/domain/base/time.h"

namespace canteen {

inline constexpr std::size_t max_note_kinds = 20;
inline constexpr std::size_t max_move_reason_bytes = 200;
// 1 million yuan: more is a slip of the finger.
inline constexpr Fen max_drawer_sum{100'000'000};

struct NoteCount {
    Fen note;  // its face
    std::uint32_t count = 0;
    bool operator==(const NoteCount&) const = default;
};
// A drawer counted by hand.
struct CashCount {
    Fen fen;
    std::vector<NoteCount> notes;  // empty: only the sum was told
    bool operator==(const CashCount&) const = default;
};

struct ShiftClosing {
    Timestamp at;
    CashCount counted;
    Fen expected;                   // in the drawer by the books
    std::uint32_t open_orders = 0;  // carried over
    bool operator==(const ShiftClosing&) const = default;
};
struct Shift {
    ShiftId id;
    DeviceId till;
    StaffId cashier;  // nil: a house without staff
    Timestamp opened_at;
    CashCount opening;  // the float
    bool is_open = true;
    std::optional<ShiftClosing> closing{};  // absent of one that is open, or was left open when the next began
    bool operator==(const Shift&) const = default;
};

// A canteen that serves at night still sells that night's meal until then.
inline constexpr MinuteOfDay night_ends{6 * 60};

// Returns the business date a shift belongs to: that of its opening, or the eve of a shift that was opened in the night
// and sold meals of the eve.
template <class SoldMealsOf>
Date day_of_shift(const Shift& shift, SoldMealsOf sold_meals_of) {
    const Date opened = date_at_site(shift.opened_at);
    const bool in_the_night = minute_at_site(shift.opened_at) < night_ends;
    return in_the_night && sold_meals_of(opened + -1) ? opened + -1 : opened;
}

// Values are the wire's and the disk's: never renumbered.
enum class DrawerMoveKind : std::uint8_t { pay_in = 1, pay_out = 2, safe_drop = 3, no_sale = 4 };

struct DrawerMove {
    FactId id;
    ShiftId shift;  // nil: none was open
    DeviceId till;
    DrawerMoveKind kind = DrawerMoveKind::no_sale;
    Fen fen;  // of no_sale zero, else more
    std::string reason;
    Timestamp at;
    bool operator==(const DrawerMove&) const = default;
};

}  // namespace canteen
