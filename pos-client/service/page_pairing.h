// Lets browsers in to one till: a one-time code, shown at the till, is exchanged for a cookie. The till's disk keeps
// hashes of cookies alone. One thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "canteen/crypto/hash.h"
#include "canteen/crypto/random.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

// A till has a page, a guest display and perhaps a tablet; of more the one paired longest ago is forgotten.
inline constexpr std::size_t max_paired_pages = 8;

class PagePairing {
public:
    // Both outlive it.
    PagePairing(Outbox& outbox, Random& random);

    // Returns a new code; the one before it is good no more.
    std::string new_code(Timestamp now);
    // Exchanges the code, as typed, for a new cookie's value, once within its ten minutes. The same `nonce` gets
    // another cookie for it within that time: an answer may be lost.
    std::optional<std::string> redeem(const std::string& code, const std::string& nonce, Timestamp now);
    bool knows(const std::string& cookie) const;
    bool any() const { return !cookies_.empty(); }

private:
    void keep_cookies();

    Outbox& outbox_;
    Random& random_;
    std::vector<std::string> cookies_;  // hashes in hex, the newest last
    std::optional<Hash> code_;
    Timestamp code_until_;
    std::optional<std::string> claimant_;  // the nonce that took the code
};

}  // namespace canteen::till
