// Tells what this till gave back of a sale so far, by the answers on its disk. One thread.
#pragma once

#include <map>

#include "pos-client/counter/giving_back.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

struct GivenBack {
    Fen fen;                                // by all tenders
    std::map<LineId, std::uint32_t> lines;  // portions, or grams of a weighed line
};

// A refund counts once the server said so; a sale taken back counts whole.
GivenBack given_back_of(const Outbox& outbox, const KeptOrder& order, const KeptSaleOf& sale);

}  // namespace canteen::till
