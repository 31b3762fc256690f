// A set of roles, as the tables of commands and queries say who may. Pure; any thread.
#pragma once

#include "canteen/domain/model/device.h"

namespace canteen {

class Roles {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): one role is a set of roles
    constexpr Roles(Role role) : bits_(1U << static_cast<unsigned>(role)) {}

    constexpr bool has(Role role) const { return (bits_ & Roles(role).bits_) != 0; }
    friend constexpr Roles operator|(Roles a, Roles b) {
        a.bits_ |= b.bits_;
        return a;
    }

private:
    unsigned bits_;
};

constexpr Roles operator|(Role a, Role b) {
    return Roles(a) | Roles(b);
}

}  // namespace canteen
