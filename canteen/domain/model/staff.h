// A person who works in the canteen, and what they may do there. Values; any thread.
// The name is personal: it is sealed before it reaches a disk. A PIN is never part of it: see crypto/pin_verifier.h.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/person.h"

namespace canteen {

inline constexpr std::size_t max_staff = 500;
inline constexpr std::size_t max_staff_name_bytes = 64;
inline constexpr std::size_t max_staff_roles = 4;

// Values are the wire's and the disk's: never renumbered.
enum class StaffRole : std::uint8_t { cashier = 1, supervisor = 2, manager = 3, clerk = 4 };

struct StaffMember {
    StaffId id;
    std::string name;
    std::vector<StaffRole> roles;
    DateRange valid;  // business dates
    bool ended = false;
    Timestamp unlocked_at{};  // wrong tries of before count no more; zero: never
    Timestamp pin_set_at{};   // zero: never had one

    bool has(StaffRole role) const { return std::find(roles.begin(), roles.end(), role) != roles.end(); }
    bool works_on(Date date) const { return !ended && valid.contains(date); }
    bool operator==(const StaffMember&) const = default;
};

// `second` countersigned; nil: nobody did.
constexpr Person staff_person(StaffId staff, StaffId second = {}) {
    return {PersonKind::staff, staff.bytes, second.bytes};
}

}  // namespace canteen
