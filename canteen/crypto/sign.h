// A till proves at each connect that it holds its key (Ed25519). Any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "canteen/crypto/random.h"
#include "canteen/domain/model/device.h"

namespace canteen {

using Signature = std::array<std::uint8_t, 64>;
using SigningSeed = std::array<std::uint8_t, 32>;  // kept on the till's disk, mode 0600

PublicKey public_key_of(const SigningSeed& seed);
Signature sign(const SigningSeed& seed, std::string_view message);
bool verify(const PublicKey& key, std::string_view message, const Signature& signature);

// Returns what a till signs: the connection's nonce, the host name it dialled, and the epoch, so that no other server
// can use the signature.
std::string hello_message(std::string_view nonce, std::string_view host, Epoch epoch);

// Returns what a site signs of its journal: which canteen, which row, and its hash.
std::string head_message(const Hash& canteen, Seq seq, const Hash& hash);

}  // namespace canteen
