// A refusal is a value with a reason that the cashier can act on. Texts by code stand in the catalogue. Values; any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/model/order.h"

namespace canteen {

// In order of precedence where several hold. Values are the wire's and the disk's: never renumbered.
enum class RejectionCode : std::uint16_t {
    // before decide
    busy = 1,           // the inbox is full; does not consume the device's number
    storage_low = 2,    // does not consume the device's number
    out_of_order = 3,   // params: expected, got
    key_reused = 4,     // the command id was used with another body
    not_permitted = 5,  // params: role, command
    client_newer = 6,   // unknown field or enum value; params: path
    malformed = 7,      // params: path, what
    chain_broken = 8,   // the entry's hash does not follow the till's last one
    // by decide
    ask_expired = 20,
    order_exists = 21,  // the id is another order's
    pickup_number_used = 22,
    order_unknown = 23,
    menu_unknown = 24,
    menu_changed = 25,  // params: version
    meal_closed = 26,   // params: from, to
    dish_unknown = 27,  // params: dish
    line_invalid = 28,  // params: line, what
    member_unknown = 29,
    price_changed = 30,    // new sums in `sums`
    sold_out = 31,         // params: dish, left
    tender_mismatch = 32,  // params: due, given
    account_short = 33,    // params: balance
    order_cancelled = 34,
    order_expired = 35,
    already_handed_over = 36,
    not_on_ticket = 37,
    not_ready = 38,
    amount_invalid = 39,
    device_unknown = 40,
    letters_taken = 41,
    already_paid = 42,
    scheme_older = 43,
    nothing_to_import = 44,
    // of money
    refund_exceeds = 120,  // params: line, left
    refund_differs = 121,  // the refund id was used with other lines
    not_paid = 122,
    nothing_left = 123,    // all of it was taken back
    account_full = 124,    // params: balance, most
    not_in_cash = 125,     // params: most
    account_in_use = 126,  // params: number
    nothing_to_correct = 127,
    // of members, employers, claims and partners
    card_in_use = 140,     // params: card
    card_unknown = 141,    // params: card
    card_invalid = 142,    // params: what
    record_changed = 143,  // somebody else changed the record; params: revision
    number_in_use = 144,   // another member has it; params: number
    id_number_invalid = 145,
    application_order = 146,  // the step does not follow the last one; params: last
    scheme_unknown = 147,     // params: scheme
    not_a_carer = 148,        // who ordered is no carer of the member
    balance_left = 149,       // erasing needs empty accounts; params: balance, points
    employer_unknown = 150,   // params: employer
    employer_invalid = 151,   // params: what
    allowance_short = 152,    // params: left
    points_short = 153,       // params: points
    points_not_spendable = 154,
    uses_in_use = 155,  // the right was used here already; params: number
    claim_unknown = 156,
    claim_state = 157,    // params: state
    findings_open = 158,  // params: count
    not_in_claim = 159,
    agreement_unknown = 160,  // params: agreement
    agreement_invalid = 161,  // params: what
    period_invalid = 162,     // params: what
    text_invalid = 163,       // empty, too long or with control characters; params: what
    nothing_to_claim = 164,
    query_unknown = 165,
    report_failed = 166,  // the books could not be read: the log says why
    // of devices
    name_taken = 241,           // a device that is not shut out has it
    other_tills_letters = 242,  // a pickup number belongs to the till that minted it; params: number
    other_tills_order = 243,    // a till takes back its own orders only
    // of what ended the server
    unprocessable = 231,     // the server failed twice at this alone; its bytes are kept, and the office lists it
    draft_answered = 232,    // another draft on the payer has answers that would be lost; params: claim, period
    id_number_in_use = 251,  // another member has it; who is not told
    members_refused = 252,   // params: number, code and what the code tells, of each; count
    member_merged =
        261,  // the record was merged into another; params: number, of the one to use; of an import kept, number
    same_member = 262,  // one record cannot be merged into itself
    holds_open = 263,   // orders of the record that are not paid yet; params: count, number (of the first)
    // of what is never written
    unwritable = 201,  // it could not be read again; params: what
    too_large = 202,   // params: bytes, most
    // of time
    day_not_said = 221,   // a sale of a doubtful day: the office says its meal first
    day_is_known = 222,   // nobody doubts the sale's day
    offline_limit = 223,  // from accounts without the server; params: sales, left
    nothing_short = 224,  // no account was short for the order, or it was settled
    // of staff and drawers
    staff_unknown = 301,
    staff_invalid = 302,         // params: what
    person_not_permitted = 303,  // who is logged in may not; params: command
    pin_weak = 304,
    pin_in_use = 305,
    pin_wrong = 306,     // params: left, how many tries
    pin_locked = 307,    // after too many wrong tries
    shift_open = 308,    // the till's last one was not closed
    no_shift = 309,      // none is open
    top_up_limit = 310,  // without the server; params: most, left
};

struct Param {
    std::string name;
    std::string value;
    bool operator==(const Param&) const = default;
};

struct Rejection {
    RejectionCode code = RejectionCode::malformed;
    std::vector<Param> params;
    std::optional<Sums> sums;
    bool operator==(const Rejection&) const = default;
};

// "sold_out"; the key of the texts.
std::string_view name_of(RejectionCode code);

}  // namespace canteen
