// Gathers what the slips of a shift and its drawer tell. Pure but for the till it reads; one thread.
#pragma once

#include <functional>
#include <string>

#include "pos-client/core/shift_tally.h"
#include "pos-client/core/till.h"
#include "pos-client/page/till_names.h"
#include "pos-client/slips/shift_slip.h"
#include "pos-client/slips/small_slips.h"

namespace canteen::till {

struct ClosedShift;

struct SlipBasis {
    const Till& till;
    const Outbox& outbox;
    const TillNames& names;
    Language language = Language::zh;
};

using NameOfPerson = std::function<std::string(const std::optional<Person>&)>;

ShiftFacts shift_facts(const SlipBasis& basis, const ClosedShift& closed, std::uint32_t parked,
                       const NameOfPerson& name_of);
DrawerSlipFacts drawer_facts(const SlipBasis& basis, const DrawerMove& move, const std::string& person);

// Returns the pickup numbers of sales that the server is not known to have, the oldest first, at most so many.
std::vector<std::string> unsent_pickups(const Outbox& outbox, std::size_t most);

}  // namespace canteen::till
