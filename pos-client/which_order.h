// Which of a till's orders a pickup number means: numbers begin anew every day, and orders of a week are kept. One
// thread.
#pragma once

#include <optional>
#include <string>

#include "canteen/texts/language.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

struct OrderWanted {
    std::string pickup;        // as typed
    std::optional<Date> date;  // of the meal
};

// The one order that is meant; it is shown by date, dishes and sum. Nothing, and why in words, if there is none, or
// more than one.
std::optional<KeptOrder> which_order(const Outbox& outbox, const Replica& replica, const OrderWanted& wanted,
                                     Language language);

}  // namespace canteen::till
