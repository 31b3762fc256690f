#include "canteen/app/sessions/head_signer.h"

namespace canteen {

HeadSigner::HeadSigner(const std::optional<LockedKey>& seed, const Hash& canteen, Seq seq, const Hash& hash)
    : seed_(seed), canteen_(canteen), head_{seq, hash, {}} {
    if (seed_) key_ = public_key_of(seed_->key());
}

void HeadSigner::move_to(Seq seq, const Hash& hash) {
    head_ = {seq, hash, {}};
    is_signed_ = false;
}

std::optional<SignedHead> HeadSigner::head() {
    if (!seed_ || head_.hash == Hash{}) return std::nullopt;
    if (!is_signed_) head_.signature = sign(seed_->key(), head_message(canteen_, head_.seq, head_.hash));
    is_signed_ = true;
    return head_;
}

}  // namespace canteen
