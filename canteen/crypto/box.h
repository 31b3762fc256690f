// Seals a value so that one till alone can read it, by the key it proves itself with. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "canteen/crypto/sign.h"

namespace canteen {

// For the holder of the seed behind an Ed25519 key, turned into one of X25519. Nothing: the bytes are no key.
std::optional<std::string> seal_to(const PublicKey& key, std::string_view plain);
// Nothing if it was sealed for another, or changed.
std::optional<std::string> open_sealed(const SigningSeed& seed, std::string_view sealed);

}  // namespace canteen
