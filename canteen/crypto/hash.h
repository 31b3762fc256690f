// BLAKE2b-256: for the journal's rows and a till's entries, and keyed for digests of commands. Pure; any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/model/device.h"

namespace canteen {

// One of our keys, for keyed hashes and sealing.
using Key = std::array<std::uint8_t, 32>;

// Hashes the fields, each preceded by its length as 8 bytes little-endian, so that no two field lists hash alike.
Hash hash_of(std::initializer_list<std::string_view> fields);
// As hash_of(), but under a key: without it a small body cannot be guessed from its digest.
Hash keyed_hash_of(const Key& key, std::initializer_list<std::string_view> fields);

// Returns the next link of a till's chain: a hash over the previous hash and the entry's bytes.
Hash next_link(const Hash& previous, std::string_view entry);

inline std::string_view as_view(const Hash& h) {
    return {reinterpret_cast<const char*>(h.data()), h.size()};
}
inline std::string_view as_view(const Bytes16& b) {
    return {reinterpret_cast<const char*>(b.data()), b.size()};
}

}  // namespace canteen
