// Verifies a PIN: argon2id, slow on purpose, so that whoever holds the verifier needs hours for what a
// till does in a moment. Any thread; a check takes some 100 ms and 64 MiB.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "canteen/crypto/hash.h"

namespace canteen {

// libsodium's for logging in: two passes over 64 MiB. A till with two old cores checks one in less than half a second.
inline constexpr std::uint32_t pin_passes = 2;
inline constexpr std::uint32_t pin_mebibytes = 64;

// How a PIN is stretched. One site has one salt, so that a till stretches what was typed once for all its staff.
struct PinStretch {
    std::uint32_t passes = pin_passes;
    std::uint32_t mebibytes = pin_mebibytes;
    Bytes16 salt{};
    auto operator<=>(const PinStretch&) const = default;
};

struct PinVerifier {
    PinStretch stretch;
    Hash hash{};  // over what the PIN was stretched to, and whose it is
    bool operator==(const PinVerifier&) const = default;
};

// The site's salt, from a key that is not in the database.
Bytes16 pin_salt_of(const Key& site_key);
// Throws std::bad_alloc if there is no room to stretch in.
Key stretched(std::string_view pin, const PinStretch& how);
// Binds what was stretched to whose PIN it is: two of the same look different.
Hash pin_hash(const Key& stretched, const Bytes16& whose);
PinVerifier make_pin_verifier(std::string_view pin, const Bytes16& salt, const Bytes16& whose);

std::string bytes_of(const PinVerifier& verifier);
// Nothing if the bytes are none, or ask for more work than any till could do.
std::optional<PinVerifier> pin_verifier_from(std::string_view bytes);

}  // namespace canteen
