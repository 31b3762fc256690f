// From when to when something holds: from_date and to_date of whatever message has them.
#pragma once

#include "canteen/domain/model/member.h"
#include "canteen/wire/field.h"

namespace canteen {

template <class Wire>
void range_to_wire(const DateRange& valid, Wire& wire) {
    if (valid.from) wire.set_from_date(valid.from->days);
    if (valid.to) wire.set_to_date(valid.to->days);
}

// `at` is the place of the message itself.
template <class Wire>
DateRange range_from(const Wire& wire, const Path& at) {
    DateRange valid;
    if (wire.has_from_date()) valid.from = date_from(wire.from_date(), at / "from_date");
    // What was ended before the first day has a record that says so.
    if (wire.has_to_date())
        valid.to =
            wire.to_date() == first_date_days - 1 ? Date{wire.to_date()} : date_from(wire.to_date(), at / "to_date");
    return valid;
}

}  // namespace canteen
