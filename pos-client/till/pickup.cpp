#include "pos-client/till/pickup.h"

#include <algorithm>
#include <charconv>
#include <iterator>

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
    const char* at = text.data();
    const char* end = at + text.size();
    while (at < end) {
        PickupCount one;
        const auto date = std::from_chars(at, end, one.date.days);
        if (date.ec != std::errc{} || date.ptr == end || *date.ptr != ':') break;
        const auto count = std::from_chars(date.ptr + 1, end, one.count);
        if (count.ec != std::errc{}) break;
        counts.raise(one);
        at = count.ptr + (count.ptr < end ? 1 : 0);
    }
    return counts;
}

}  // namespace canteen::till
