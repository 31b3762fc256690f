#include "pos-client/till/pickup.h"

#include <algorithm>
#include <iterator>

#include "canteen/domain/base/number.h"

namespace canteen::till {

std::uint32_t PickupCounts::last_of(Date date) const {
    const auto found = counts_.find(date);
    return found == counts_.end() ? 0 : found->second;
}

void PickupCounts::raise(PickupCount count) {
    if (count.count == 0) return;
    auto& last = counts_[count.date];
    last = std::max(last, count.count);
    if (counts_.size() <= max_pickup_dates) return;
    const auto oldest = counts_.begin();
    counts_.erase(oldest->first == count.date ? std::next(oldest) : oldest);
}

PickupCount PickupCounts::latest() const {
    if (counts_.empty()) return {};
    return {counts_.rbegin()->first, counts_.rbegin()->second};
}

std::string PickupCounts::to_text() const {
    std::string text;
    for (const auto& [date, count] : counts_)
        text += (text.empty() ? "" : " ") + std::to_string(date.days) + ":" + std::to_string(count);
    return text;
}

PickupCounts PickupCounts::from_text(std::string_view text) {
    PickupCounts counts;
    while (!text.empty()) {
        const auto date = take_number<std::int32_t>(text);
        if (!date || !text.starts_with(':')) break;
        text.remove_prefix(1);
        const auto count = take_number<std::uint32_t>(text);
        if (!count) break;
        counts.raise({{*date}, *count});
        text.remove_prefix(text.empty() ? 0 : 1);
    }
    return counts;
}

}  // namespace canteen::till
