// Persons' data keys that were asked for lately, unwrapped: in locked memory, and zeroed when they leave it. Thread of
// its sealer.
#pragma once

#include <unordered_map>
#include <vector>

#include "canteen/crypto/locked_memory.h"
#include "canteen/domain/base/ids.h"

namespace canteen {

// Keys in memory at a time; more than the guests of a rush.
inline constexpr std::size_t max_known_keys = 4'096;

class DataKeys {
public:
    // Returns null if the key is not here. Good until the next put(), erase() or clear().
    const Key* find(MemberId person) const;
    // Clears all other keys first when all places are taken. Zeroes `key`.
    const Key& put(MemberId person, Key& key);
    void erase(MemberId person);
    void clear();

private:
    LockedKeys keys_{max_known_keys};
    std::unordered_map<MemberId, std::size_t> places_;
    std::vector<std::size_t> free_;  // places given up before the last one taken
};

}  // namespace canteen
