// Seals values so that only the holder of a key can read them: XChaCha20-Poly1305 under a nonce of its own. Pure but
// for the random bytes it is given; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "canteen/crypto/hash.h"
#include "canteen/crypto/random.h"

namespace canteen {

// Returns nonce, ciphertext and tag. `context` says where the value belongs: it opens nowhere else.
std::string seal_under(const Key& key, std::string_view context, std::string_view plain, Random& random);
// Returns nothing if the value was changed, moved, or sealed under another key.
std::optional<std::string> open_under(const Key& key, std::string_view context, std::string_view sealed);

}  // namespace canteen
