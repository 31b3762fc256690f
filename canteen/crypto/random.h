// The source of randomness: passed in by the caller, so that a simulation can pass its own. One thread at a time.
#pragma once

#include <cstdint>
#include <span>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/time.h"

namespace canteen {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// The kernel's randomness, for keys, nonces and ids.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

// Returns the 16 bytes of a UUIDv7: the instant's milliseconds, then random bytes.
Bytes16 uuid7_bytes(Timestamp now, Random& random);

template <class Id>
Id new_id(Timestamp now, Random& random) {
    return Id{uuid7_bytes(now, random)};
}

}  // namespace canteen
