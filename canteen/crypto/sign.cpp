#include "canteen/crypto/sign.h"

#include <sodium.h>

#include <string>

#include "canteen/crypto/hash.h"

namespace canteen {
namespace {

std::array<std::uint8_t, 64> expand(const SigningSeed& seed, PublicKey& key) {
    std::array<std::uint8_t, 64> secret{};
    crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
    return secret;
}

const unsigned char* bytes_of(std::string_view s) {
    return reinterpret_cast<const unsigned char*>(s.data());
}

}  // namespace

PublicKey public_key_of(const SigningSeed& seed) {
    PublicKey key{};
    auto secret = expand(seed, key);
    sodium_memzero(secret.data(), secret.size());
    return key;
}

Signature sign(const SigningSeed& seed, std::string_view message) {
    PublicKey key{};
    auto secret = expand(seed, key);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

bool verify(const PublicKey& key, std::string_view message, const Signature& signature) {
    return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(), key.data()) == 0;
}

std::string hello_message(std::string_view nonce, std::string_view host, Epoch epoch) {
    auto digest = hash_of({"canteen.v1 hello", nonce, host, std::to_string(epoch)});
    return std::string(as_view(digest));
}

std::string head_message(const Hash& canteen, Seq seq, const Hash& hash) {
    return std::string(as_view(hash_of({"canteen.v1 head", as_view(canteen), std::to_string(seq), as_view(hash)})));
}

}  // namespace canteen
