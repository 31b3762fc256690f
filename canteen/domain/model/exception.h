// Exceptions: points where a statement of sale did not fit. It is booked all the same, and they are listed until
// somebody has dealt with them. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/rejection.h"

namespace canteen {

// Values are the wire's and the disk's: never renumbered.
enum class ExceptionCode : std::uint16_t {
    oversold = 1,            // params: dish, amount
    right_already_used = 2,  // params: scheme, fen borne by the canteen
    price_differs = 3,       // params: charged, expected
    account_short = 4,       // params: missing
    member_unknown = 5,
    outside_hours = 6,
    clock_doubtful = 7,         // the till's sale time was not believed
    cancelled_before_sale = 8,  // money received for an order taken back
    statement_differs = 9,      // from what was asked and accepted
    pickup_number_used = 10,
    menu_unknown = 11,
    dish_unknown = 12,  // params: dish
    // of money
    correction_proposed = 120,  // params: date, number, scheme, payer, fen the payer gave too much by the facts of now
    allowance_exceeded = 121,   // params: employer, fen borne by the canteen
    points_short = 122,         // params: points missing
    employer_unknown = 123,     // params: employer
    not_a_carer = 124,          // who ordered is no carer of the member
    member_merged = 261,        // stated for a record that was merged: booked for the one that was kept
    // of devices
    other_tills_letters = 241,  // the pickup number is another till's, so the order has none; params: number
    // of time
    day_doubtful = 221,     // of no meal until the office says which; params: date, meal (as the till said), said
    sale_taken_back = 222,  // booked and reversed: the till undid it before the server knew of it
    // of staff and drawers
    shift_overlaps = 301,  // opened while the till's last one was open, which ends without a count; params: shift
    shift_unknown = 302,   // nobody opened the shift it names; params: shift
    shift_over = 303,      // the shift it names was closed; params: shift
    no_shift = 304,        // sold without a shift in a house that has staff
    drawer_differs = 305,  // the till expected another sum in its drawer than the books; params: till, books
    balance_over = 306,    // topped up beyond what an account may hold; params: balance, most
};

struct Exception {
    ExceptionCode code = ExceptionCode::oversold;
    OrderId order;
    std::vector<Param> params;
    bool operator==(const Exception&) const = default;
};

std::string_view name_of(ExceptionCode code);

}  // namespace canteen
