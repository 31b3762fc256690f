#include "canteen/crypto/seal.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

namespace canteen {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* data_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* data_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

std::string seal_under(const Key& key, std::string_view context, std::string_view plain, Random& random) {
    std::array<std::uint8_t, nonce_bytes> nonce{};
    random.fill(nonce);
    std::string sealed(nonce_bytes + plain.size() + tag_bytes, '\0');
    std::copy(nonce.begin(), nonce.end(), data_of(sealed));
    crypto_aead_xchacha20poly1305_ietf_encrypt(data_of(sealed) + nonce_bytes, nullptr, data_of(plain), plain.size(),
                                               data_of(context), context.size(), nullptr, nonce.data(), key.data());
    return sealed;
}

std::optional<std::string> open_under(const Key& key, std::string_view context, std::string_view sealed) {
    if (sealed.size() < nonce_bytes + tag_bytes) return std::nullopt;
    std::string plain(sealed.size() - nonce_bytes - tag_bytes, '\0');
    const auto body = sealed.substr(nonce_bytes);
    const int failed =
        crypto_aead_xchacha20poly1305_ietf_decrypt(data_of(plain), nullptr, nullptr, data_of(body), body.size(),
                                                   data_of(context), context.size(), data_of(sealed), key.data());
    return failed == 0 ? std::optional{std::move(plain)} : std::nullopt;
}

}  // namespace canteen
