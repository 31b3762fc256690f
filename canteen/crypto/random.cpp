#include "canteen/crypto/random.h"

#include <sodium.h>

#include <stdexcept>

namespace canteen {

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
    randombytes_buf(bytes.data(), bytes.size());
}

Bytes16 uuid7_bytes(Timestamp now, Random& random) {
    Bytes16 b{};
    random.fill(b);
    auto ms = static_cast<std::uint64_t>(now.ms);
    for (int i = 5; i >= 0; --i, ms >>= 8) b[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(ms & 0xff);
    b[6] = static_cast<std::uint8_t>((b[6] & 0x0f) | 0x70);
    b[8] = static_cast<std::uint8_t>((b[8] & 0x3f) | 0x80);
    return b;
}

}  // namespace canteen
