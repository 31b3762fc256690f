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

// Finds the list's fen for the share's scheme, step and payer; 0 if it has none.
Fen share_in(const std::vector<Share>& shares, const Share& share);
void drop_empty(std::vector<Share>& shares);
// Each share at most what it is in `most`; none is empty.
std::vector<Share> capped(std::vector<Share> shares, const std::vector<Share>& most);

}  // namespace canteen
