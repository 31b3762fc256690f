// A set of roles, of devices or of staff, as the tables of commands and queries say who may. Pure; any thread.
#pragma once

#include "canteen/domain/model/device.h"
#include "canteen/domain/model/staff.h"

namespace canteen {

template <class Enum>
class SetOf {
public:
    constexpr SetOf() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): one role is a set of roles
    constexpr SetOf(Enum role) : bits_(1U << static_cast<unsigned>(role)) {}

    constexpr bool empty() const { return bits_ == 0; }
    constexpr bool has(Enum role) const { return (bits_ & SetOf(role).bits_) != 0; }
    friend constexpr SetOf operator|(SetOf a, SetOf b) {
        a.bits_ |= b.bits_;
        return a;
    }

private:
    unsigned bits_ = 0;
};

using Roles = SetOf<Role>;
using StaffRoles = SetOf<StaffRole>;

constexpr Roles operator|(Role a, Role b) {
    return Roles(a) | Roles(b);
}
constexpr StaffRoles operator|(StaffRole a, StaffRole b) {
    return StaffRoles(a) | StaffRoles(b);
}

}  // namespace canteen
