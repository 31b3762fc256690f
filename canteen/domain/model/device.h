// A till, screen or desk that was enrolled, and what its role may do. Values; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "canteen/domain/base/ids.h"

namespace canteen {

enum class Role : std::uint8_t {
    till = 1,
    kitchen = 2,
    office = 3,
    server = 4
};  // server: the process itself, over the admin socket

using PublicKey = std::array<std::uint8_t, 32>;  // Ed25519
using Hash = std::array<std::uint8_t, 32>;       // BLAKE2b-256

struct Device {
    DeviceId id;
    Role role = Role::till;
    std::string name;
    std::string letters;     // of a till's pickup numbers: one or two of A-Z without I, O, Q; "" for others
    PublicKey public_key{};  // of a till; all zero for others and before it is claimed
    bool claimed = false;    // the one-time code was exchanged
    bool revoked = false;
    bool operator==(const Device&) const = default;
};

}  // namespace canteen
