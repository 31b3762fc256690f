// The person who acted, where somebody is known beside the device. Values; any thread.
#pragma once

#include <cstdint>

#include "canteen/domain/base/ids.h"

namespace canteen {

// Values are the disk's: never renumbered.
enum class PersonKind : std::uint8_t {
    os_user = 1,  // of the server's machine, over the admin socket
    staff = 2,
    member = 3,
    guest = 4,
};

struct Person {
    PersonKind kind = PersonKind::os_user;
    Bytes16 id{};      // of an os_user its uid in the first four bytes, little-endian
    Bytes16 second{};  // the staff who countersigned; all zero: nobody did
    bool operator==(const Person&) const = default;
};

constexpr Person os_user(std::uint32_t uid) {
    Person person;
    for (unsigned i = 0; i < 4; ++i) person.id[i] = static_cast<std::uint8_t>(uid >> (8 * i) & 0xff);
    return person;
}

// Returns the uid of an os_user.
constexpr std::uint32_t uid_of(const Person& person) {
    std::uint32_t uid = 0;
    for (unsigned i = 0; i < 4; ++i) uid |= std::uint32_t{person.id[i]} << (8 * i);
    return uid;
}

}  // namespace canteen
