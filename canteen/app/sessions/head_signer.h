// The journal's newest row and its hash, signed by the site: what a till anchors outside, and prints on its slips. Kept
// by committed batches; signed when somebody asks. Owned by the I/O thread.
#pragma once

#include <optional>

#include "canteen/app/message.h"
#include "canteen/crypto/locked_memory.h"

namespace canteen {

class HeadSigner {
public:
    // Without a seed nothing is signed, as by an older server.
    HeadSigner(const std::optional<LockedKey>& seed, const Hash& canteen, Seq seq, const Hash& hash);

    void move_to(Seq seq, const Hash& hash);
    // Nothing without a seed or a row.
    std::optional<SignedHead> head();
    // Whose signatures these are; zero without a seed.
    const PublicKey& key() const { return key_; }

private:
    std::optional<LockedKey> seed_;
    PublicKey key_{};
    Hash canteen_;
    SignedHead head_;
    bool is_signed_ = false;
};

}  // namespace canteen
