// When an id was minted: a UUIDv7 begins with its instant. Pure.
#pragma once

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/time.h"

namespace canteen {

// By the clock of whoever minted it.
constexpr Timestamp minted_at(const Bytes16& id) {
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < 6; ++i) ms = ms << 8 | id[i];
    return {ms};
}

}  // namespace canteen
