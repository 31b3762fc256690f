// A document that is to be printed, and how far it came. Values; any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/time.h"

namespace canteen::till {

// Values are the disk's: never renumbered.
enum class PrintKind : std::uint8_t {
    guest_receipt = 1,
    kitchen_slip = 2,
    shift_slip = 3,
    other = 4,
    drawer = 5,  // no paper: the drawer is opened now or not at all
};

enum class PrintState : std::uint8_t {
    waiting = 1,
    printing = 2,  // begun; a program that dies now leaves it so
    printed = 3,   // the printer said so
    sent_unconfirmed = 4,
    failed = 5,    // refused in words: `why`
    on_demand = 6  // nobody waits for it any more; reprint() prints it
};

// Names a print: whoever asks for the same twice gets it once.
struct PrintKey {
    PrintKind kind = PrintKind::other;
    Bytes16 about{};  // the id of the order, shift, refund, ... it tells of
    auto operator<=>(const PrintKey&) const = default;
};

struct PrintJob {
    PrintKey key;
    PrintState state = PrintState::waiting;
    Timestamp made_at;    // the till's clock
    Timestamp wanted_at;  // when it was last asked for
    bool says_copy = false;
    std::string printer;  // the last that began it
    std::string why;      // a text's code
    bool operator==(const PrintJob&) const = default;
};

}  // namespace canteen::till
