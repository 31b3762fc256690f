#include "canteen/domain/model/share.h"

#include <algorithm>

namespace canteen {

Fen share_in(const std::vector<Share>& shares, const Share& share) {
    const auto same = std::find_if(shares.begin(), shares.end(), [&share](const Share& s) {
        return s.scheme == share.scheme && s.step == share.step && s.payer == share.payer;
    });
    return same == shares.end() ? Fen{} : same->fen;
}

void drop_empty(std::vector<Share>& shares) {
    std::erase_if(shares, [](const Share& share) { return share.fen == Fen{}; });
}

std::vector<Share> capped(std::vector<Share> shares, const std::vector<Share>& most) {
    for (auto& share : shares) share.fen = std::min(share.fen, share_in(most, share));
    drop_empty(shares);
    return shares;
}

}  // namespace canteen
