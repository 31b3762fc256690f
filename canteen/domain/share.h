// Lists of shares, told apart by scheme, step and payer. Pure; any thread.
#pragma once

#include "canteen/domain/price.h"

namespace canteen {

// What the list gives for the share's scheme, step and payer; 0 if it has none.
Fen share_in(const std::vector<Share>& shares, const Share& share);
void drop_empty(std::vector<Share>& shares);
// Each share at most what it is in `most`; none is empty.
std::vector<Share> capped(std::vector<Share> shares, const std::vector<Share>& most);

}  // namespace canteen
