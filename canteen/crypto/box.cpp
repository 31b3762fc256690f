#include "canteen/crypto/box.h"

#include <sodium.h>

#include <array>

namespace canteen {
namespace {

using BoxKey = std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES>;
using BoxSecret = std::array<std::uint8_t, crypto_box_SECRETKEYBYTES>;

const unsigned char* boxed_data(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* boxed_data(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

bool secret_of(const SigningSeed& seed, BoxSecret& secret) {
    PublicKey key{};
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> signing{};
    crypto_sign_seed_keypair(key.data(), signing.data(), seed.data());
    const bool made = crypto_sign_ed25519_sk_to_curve25519(secret.data(), signing.data()) == 0;
    sodium_memzero(signing.data(), signing.size());
    return made;
}

}  // namespace

std::optional<std::string> seal_to(const PublicKey& key, std::string_view plain) {
    BoxKey box{};
    if (crypto_sign_ed25519_pk_to_curve25519(box.data(), key.data()) != 0) return std::nullopt;
    std::string sealed(plain.size() + crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal(boxed_data(sealed), boxed_data(plain), plain.size(), box.data()) != 0) return std::nullopt;
    return sealed;
}

std::optional<std::string> open_sealed(const SigningSeed& seed, std::string_view sealed) {
    BoxKey box{};
    BoxSecret secret{};
    if (sealed.size() < crypto_box_SEALBYTES || !secret_of(seed, secret)) return std::nullopt;
    crypto_scalarmult_base(box.data(), secret.data());
    std::string plain(sealed.size() - crypto_box_SEALBYTES, '\0');
    const int failed =
        crypto_box_seal_open(boxed_data(plain), boxed_data(sealed), sealed.size(), box.data(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return failed == 0 ? std::optional(std::move(plain)) : std::nullopt;
}

}  // namespace canteen
