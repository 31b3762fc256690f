#include "canteen/crypto/pin_verifier.h"

#include <sodium.h>

#include <algorithm>
#include <new>

namespace canteen {
namespace {

static_assert(sizeof(Bytes16) == crypto_pwhash_SALTBYTES);

constexpr char version = 1;
constexpr std::size_t verifier_bytes = 3 + sizeof(Bytes16) + sizeof(Hash);
constexpr std::uint32_t most_passes = 10, most_mebibytes = 255;
constexpr std::size_t mebibyte = std::size_t{1} << 20U;

std::uint8_t byte_at(std::string_view bytes, std::size_t place) {
    return static_cast<std::uint8_t>(bytes[place]);
}

}  // namespace

Bytes16 pin_salt_of(const Key& site_key) {
    const auto hash = keyed_hash_of(site_key, {"canteen pin salt"});
    Bytes16 salt{};
    std::copy_n(hash.begin(), salt.size(), salt.begin());
    return salt;
}

Key stretched(std::string_view pin, const PinStretch& how) {
    Key key{};
    if (crypto_pwhash(key.data(), key.size(), pin.data(), pin.size(), how.salt.data(), how.passes,
                      how.mebibytes * mebibyte, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::bad_alloc();
    return key;
}

Hash pin_hash(const Key& stretched, const Bytes16& whose) {
    return keyed_hash_of(stretched, {"canteen pin", as_view(whose)});
}

PinVerifier make_pin_verifier(std::string_view pin, const Bytes16& salt, const Bytes16& whose) {
    const PinStretch how{pin_passes, pin_mebibytes, salt};
    auto key = stretched(pin, how);
    const PinVerifier verifier{how, pin_hash(key, whose)};
    sodium_memzero(key.data(), key.size());
    return verifier;
}

std::string bytes_of(const PinVerifier& verifier) {
    std::string bytes{version, static_cast<char>(verifier.stretch.passes),
                      static_cast<char>(verifier.stretch.mebibytes)};
    return bytes.append(as_view(verifier.stretch.salt)).append(as_view(verifier.hash));
}

std::optional<PinVerifier> pin_verifier_from(std::string_view bytes) {
    if (bytes.size() != verifier_bytes || bytes[0] != version) return std::nullopt;
    PinVerifier verifier;
    verifier.stretch.passes = byte_at(bytes, 1);
    verifier.stretch.mebibytes = byte_at(bytes, 2);
    if (verifier.stretch.passes == 0 || verifier.stretch.passes > most_passes || verifier.stretch.mebibytes == 0 ||
        verifier.stretch.mebibytes > most_mebibytes)
        return std::nullopt;
    bytes.remove_prefix(3);
    std::copy_n(bytes.begin(), verifier.stretch.salt.size(), verifier.stretch.salt.begin());
    bytes.remove_prefix(verifier.stretch.salt.size());
    std::copy_n(bytes.begin(), verifier.hash.size(), verifier.hash.begin());
    return verifier;
}

}  // namespace canteen
