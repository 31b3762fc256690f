// Counts how much of each right is used up before an order and within it, while it is priced. Values; any thread.
#pragma once

#include <utility>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/use.h"

namespace canteen {

class Tally {
public:
    // `before` outlives it.
    explicit Tally(const Uses& before) : before_(before) {}

    // Before the order.
    std::int64_t used(const UseKey& key) const;
    // Returns what is left of an amount before and within the order; never negative.
    Fen left_of(const UseKey& key, Fen amount) const;
    void take(const UseKey& key, Fen fen);

    // Returns what the order takes, each key once, none 0.
    std::vector<std::pair<UseKey, Fen>> taken() && { return std::move(taken_); }

private:
    const Uses& before_;
    std::vector<std::pair<UseKey, Fen>> taken_;
};

}  // namespace canteen
