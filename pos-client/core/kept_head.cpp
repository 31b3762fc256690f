#include "pos-client/core/kept_head.h"

#include <sstream>

#include "canteen/domain/base/hex.h"

namespace canteen::till {
namespace {

constexpr const char* head_name = "journal.head";

}  // namespace

std::optional<KeptHead> kept_head(const Outbox& outbox) {
    std::istringstream text(outbox.kept(head_name).value_or(""));
    KeptHead kept;
    std::string hash, signature;
    if (!(text >> kept.head.seq >> hash >> signature >> kept.at.ms)) return std::nullopt;
    const auto hash_bytes = from_hex<std::tuple_size_v<Hash>>(hash);
    const auto signature_bytes = from_hex<std::tuple_size_v<Signature>>(signature);
    if (!hash_bytes || !signature_bytes) return std::nullopt;
    kept.head.hash = *hash_bytes;
    kept.head.signature = *signature_bytes;
    return kept;
}

void keep_head(Outbox& outbox, const KeptHead& kept) {
    outbox.keep(head_name, std::to_string(kept.head.seq) + " " + to_hex(kept.head.hash) + " " +
                               to_hex(kept.head.signature) + " " + std::to_string(kept.at.ms));
}

}  // namespace canteen::till
