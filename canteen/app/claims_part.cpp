#include "canteen/app/claims_part.h"

namespace canteen {
namespace {

// About; names of fields and numbers around the texts.
constexpr std::size_t claim_bytes = 400;
constexpr std::size_t finding_bytes = 60;
constexpr std::size_t param_bytes = 30;
constexpr std::size_t rejected_bytes = 80;

std::size_t size_of(const Claim& claim) {
    std::size_t size = claim_bytes;
    for (const auto& finding : claim.findings) {
        size += finding_bytes + finding.answer.size();
        for (const auto& param : finding.params) size += param_bytes + param.name.size() + param.value.size();
    }
    for (const auto& line : claim.rejected) size += rejected_bytes + line.reason.size();
    return size;
}

}  // namespace

ClaimsListed claims_part(const std::map<ClaimId, Claim>& claims, ClaimId after) {
    ClaimsListed part;
    std::size_t size = 0;
    for (auto next = claims.upper_bound(after); next != claims.end(); ++next) {
        size += size_of(next->second);
        const bool is_full = part.claims.size() >= max_claims_in_part || size > max_claims_part_bytes;
        if (!part.claims.empty() && is_full) {
            part.more = true;
            break;
        }
        part.claims.push_back(next->second);
    }
    return part;
}

}  // namespace canteen
