// Which of a till's orders a pickup number means: numbers begin anew every day, and orders of a week are kept. One
// thread.
#pragma once

#include <optional>
#include <string>

#include "pos-client/outbox/outbox.h"

namespace canteen::till {

class CommandRun;

struct OrderWanted {
    std::string pickup;        // as typed
    std::optional<Date> date;  // of the meal
};

// The one order that is meant; it is shown by date, dishes and sum. Nothing, and why in words, if there is none, or
// more than one.
std::optional<KeptOrder> which_order(CommandRun& run, const OrderWanted& wanted);

}  // namespace canteen::till
