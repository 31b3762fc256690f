// Lists what payers bear of an order. Shares are told apart by scheme, step and payer. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canteen/domain/base/money.h"

namespace canteen {

// One payer bears it through one step of one scheme; fen > 0.
struct Share {
    std::string scheme;
    std::uint32_t step = 0;
    std::string payer;
    Fen fen;
    bool operator==(const Share&) const = default;
};

// The one with the same scheme, step and payer; null if there is none.
Share* same_share(std::vector<Share>& shares, const Share& share);
const Share* same_share(const std::vector<Share>& shares, const Share& share);
// Finds the list's fen for the share's scheme, step and payer; 0 if it has none.
Fen share_in(const std::vector<Share>& shares, const Share& share);
// A payer of a step has one share: the fen are added to it.
void add(std::vector<Share>& shares, Share share);
void drop_empty(std::vector<Share>& shares);
// Each share at most what it is in `most`; none is empty.
std::vector<Share> capped(std::vector<Share> shares, const std::vector<Share>& most);

}  // namespace canteen
