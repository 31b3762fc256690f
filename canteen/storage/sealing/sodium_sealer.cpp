#include "canteen/storage/sealing/sodium_sealer.h"

#include <sodium.h>

#include <array>

#include "canteen/storage/sealing/secure_delete.h"

namespace canteen {
namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* bytes_of(std::string_view s) {
    return reinterpret_cast<const unsigned char*>(s.data());
}

unsigned char* bytes_of(std::string& s) {
    return reinterpret_cast<unsigned char*>(s.data());
}

// Returns nonce, ciphertext and tag.
std::string encrypt(const Key& key, std::string_view context, std::string_view plain) {
    std::string out(nonce_bytes + plain.size() + tag_bytes, '\0');
    randombytes_buf(out.data(), nonce_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(out) + nonce_bytes, nullptr, bytes_of(plain), plain.size(),
                                               bytes_of(context), context.size(), nullptr, bytes_of(out), key.data());
    return out;
}

std::string decrypt(const Key& key, std::string_view context, std::string_view sealed) {
    if (sealed.size() < nonce_bytes + tag_bytes) throw UnsealError("a sealed value is too short");
    std::string out(sealed.size() - nonce_bytes - tag_bytes, '\0');
    auto body = sealed.substr(nonce_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(out), nullptr, nullptr, bytes_of(body), body.size(),
                                                   bytes_of(context), context.size(), bytes_of(sealed),
                                                   key.data()) != 0) {
        throw UnsealError("a sealed value was changed, moved, or sealed under another key");
    }
    return out;
}

// Binds a value to where it belongs: its ciphertext opens nowhere else.
std::string context_of(MemberId person, Seq seq, std::string_view field) {
    return std::string(as_view(hash_of({"canteen sealed value", as_view(person.bytes), std::to_string(seq), field})));
}

std::string wrapping_context(MemberId person) {
    return std::string(as_view(hash_of({"canteen data key", as_view(person.bytes)})));
}

}  // namespace

std::string seal_under(const Key& key, std::string_view context, std::string_view plain) {
    return encrypt(key, context, plain);
}

std::string unseal_under(const Key& key, std::string_view context, std::string_view sealed) {
    return decrypt(key, context, sealed);
}

SodiumSealer::SodiumSealer(Connection& db, const Key& site_key) : db_(db), site_key_(site_key) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
}

std::string SodiumSealer::seal(MemberId person, Seq seq, std::string_view field, std::string_view plain) {
    const Key* key = find_key(person);
    return encrypt(key ? *key : make_key(person), context_of(person, seq, field), plain);
}

std::string SodiumSealer::unseal(MemberId person, Seq seq, std::string_view field, std::string_view sealed) const {
    const Key* key = find_key(person);
    if (!key) throw UnsealError("the person has no data key");
    return decrypt(*key, context_of(person, seq, field), sealed);
}

// A person who never had a key must not get one later, either.
bool SodiumSealer::destroy(MemberId person) {
    if (is_destroyed(person)) return false;
    SecureDelete zeros(db_);
    db_.query("UPDATE member_key SET wrapped = zeroblob(length(wrapped)) WHERE member = ?").with(person).run();
    db_.query(
           "INSERT INTO member_key (member, wrapped) VALUES (?, NULL) "
           "ON CONFLICT (member) DO UPDATE SET wrapped = NULL")
        .with(person)
        .run();
    known_.erase(person);
    return true;
}

bool SodiumSealer::is_destroyed(MemberId person) {
    auto row = db_.query("SELECT wrapped IS NULL FROM member_key WHERE member = ?");
    row.with(person);
    return row.next() && row.number(0) != 0;
}

const Key* SodiumSealer::find_key(MemberId person) const {
    if (const Key* known = known_.find(person)) return known;
    auto row = db_.query("SELECT wrapped FROM member_key WHERE member = ?");
    row.with(person);
    if (!row.next()) return nullptr;
    if (row.is_null(0)) throw KeyDestroyed("the person's data key was destroyed");
    auto plain = decrypt(site_key_, wrapping_context(person), row.view(0));
    Key key{};
    if (plain.size() != key.size()) throw UnsealError("a data key has the wrong size");
    std::copy(plain.begin(), plain.end(), key.begin());
    sodium_memzero(plain.data(), plain.size());
    return &known_.put(person, key);
}

const Key& SodiumSealer::make_key(MemberId person) {
    Key key{};
    randombytes_buf(key.data(), key.size());
    auto wrapped = encrypt(site_key_, wrapping_context(person), as_view(key));
    db_.query("INSERT INTO member_key (member, wrapped) VALUES (?, ?)").with(person, Blob{wrapped}).run();
    return known_.put(person, key);
}

}  // namespace canteen
