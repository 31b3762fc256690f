#include "canteen/domain/subsidy/tally.h"

#include <algorithm>

namespace canteen {

std::int64_t Tally::used(const UseKey& key) const {
    const auto found = before_.find(key);
    return found == before_.end() ? 0 : found->second;
}

Fen Tally::left_of(const UseKey& key, Fen amount) const {
    Fen left = amount - Fen{used(key)};
    for (const auto& [taken, fen] : taken_) {
        if (taken == key) left -= fen;
    }
    return std::max(left, Fen{});
}

void Tally::take(const UseKey& key, Fen fen) {
    if (fen == Fen{}) return;
    const auto known =
        std::find_if(taken_.begin(), taken_.end(), [&key](const auto& taken) { return taken.first == key; });
    if (known != taken_.end()) {
        known->second += fen;
    } else {
        taken_.emplace_back(key, fen);
    }
}

}  // namespace canteen
