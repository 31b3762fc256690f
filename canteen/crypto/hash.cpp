#include "canteen/crypto/hash.h"

#include <sodium.h>

#include <string>

namespace canteen {
namespace {

Hash hash_fields(const Key* key, std::initializer_list<std::string_view> fields) {
    crypto_generichash_state state;
    Hash out{};
    crypto_generichash_init(&state, key ? key->data() : nullptr, key ? key->size() : 0, out.size());
    for (auto field : fields) {
        std::array<std::uint8_t, 8> length{};
        for (std::size_t i = 0; i < length.size(); ++i) length[i] = static_cast<std::uint8_t>(field.size() >> (8 * i));
        crypto_generichash_update(&state, length.data(), length.size());
        crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(field.data()), field.size());
    }
    crypto_generichash_final(&state, out.data(), out.size());
    return out;
}

}  // namespace

Hash hash_of(std::initializer_list<std::string_view> fields) {
    return hash_fields(nullptr, fields);
}

Hash keyed_hash_of(const Key& key, std::initializer_list<std::string_view> fields) {
    return hash_fields(&key, fields);
}

Hash next_link(const Hash& previous, std::string_view entry) {
    return hash_of({as_view(previous), entry});
}

}  // namespace canteen
