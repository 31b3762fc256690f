// All that is kept of one person, as one JSON document for them (PIPL art. 45): their record, accounts, points and
// orders. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canteen/domain/model/member.h"
#include "canteen/domain/model/order.h"
#include "canteen/domain/model/points.h"

namespace canteen {

// A move of the person's stored value or points; positive is more for the person.
struct KeptMove {
    Timestamp at;
    OrderId order;        // nil: of no order, such as a top-up
    std::string what;     // "principal", "bonus" or "points"
    std::int64_t by = 0;  // fen, or points
};
// How much of a right is used up in a period.
struct KeptUse {
    UseKey key;
    std::int64_t used = 0;  // a count of meals, or fen
};

struct KeptOfMember {
    Member member;
    std::vector<Member> merged{};  // records of the person that were merged into it; all below is of them too
    std::vector<Order> orders;     // oldest first
    Fen principal, bonus;          // what the person holds: positive
    std::int64_t points = 0;
    std::vector<VolunteerHours> hours;
    std::vector<KeptMove> moves{};  // oldest first
    std::vector<KeptUse> uses{};
    Timestamp as_of;
};

// UTF-8, indented, its keys always in the same order; sums in yuan ("12.60"), dates and times as at the site. A value
// not recorded is "", null or an empty list. The same of the same, byte for byte.
std::string write_member_export(const KeptOfMember& kept);

}  // namespace canteen
