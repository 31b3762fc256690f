#include "canteen/domain/model/share.h"

#include <algorithm>
#include <utility>

namespace canteen {

const Share* same_share(const std::vector<Share>& shares, const Share& share) {
    const auto same = std::find_if(shares.begin(), shares.end(), [&share](const Share& s) {
        return s.scheme == share.scheme && s.step == share.step && s.payer == share.payer;
    });
    return same == shares.end() ? nullptr : &*same;
}

Share* same_share(std::vector<Share>& shares, const Share& share) {
    return const_cast<Share*>(same_share(std::as_const(shares), share));
}

Fen share_in(const std::vector<Share>& shares, const Share& share) {
    const auto* same = same_share(shares, share);
    return same ? same->fen : Fen{};
}

void add(std::vector<Share>& shares, Share share) {
    if (auto* same = same_share(shares, share))
        same->fen += share.fen;
    else
        shares.push_back(std::move(share));
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
