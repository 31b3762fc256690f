#include <algorithm>
#include <map>
#include <set>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/claims/edit_check.h"
#include "canteen/domain/model/refusal.h"

namespace canteen {

namespace {

using CountByDate = std::map<Date, std::uint32_t>;

// The lower one of two in the middle; `open`: days with any meal.
std::uint32_t usual_of(const CountByDate& days, std::size_t open) {
    if (days.size() * spike_seldom <= open) return 0;
    std::vector<std::uint32_t> counts;
    for (const auto& [date, count] : days) counts.push_back(count);
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>((counts.size() - 1) / 2);
    std::ranges::nth_element(counts, middle);
    return *middle;
}

// Calls `found(date, served, usual)` for each day that stands out.
template <class Found>
void each_spike(const CountByDate& days, std::size_t open, Found found) {
    const auto usual = usual_of(days, open);
    for (const auto& [date, served] : days)
        if (served >= spike_least && served > spike_times * usual) found(date, served, usual);
}

}  // namespace

std::vector<Finding> check_spikes(const ServedMeals& meals) {
    std::map<std::int32_t, CountByDate> hours;
    std::map<DeviceId, CountByDate> tills;
    std::set<Date> open;
    for (const auto* meal : meals) {
        if (meal->late) continue;  // its neighbours stand in an earlier claim
        open.insert(meal->meal.date);
        ++hours[minute_at_site(meal->sold_at).minutes / 60][meal->meal.date];
        ++tills[meal->device][meal->meal.date];
    }
    std::vector<Finding> findings;
    for (const auto& [hour, days] : hours)
        each_spike(days, open.size(), [&, hour = hour](Date date, std::uint32_t served, std::uint32_t usual) {
            findings.push_back(
                {0,
                 FindingCode::spike_hour,
                 {param("date", to_string(date)), param("hour", hour), param("served", served), param("usual", usual)},
                 ""});
        });
    for (const auto& [till, days] : tills)
        each_spike(days, open.size(), [&, till = till](Date date, std::uint32_t served, std::uint32_t usual) {
            findings.push_back({0,
                                FindingCode::spike_till,
                                {param("device", to_hex(till.bytes)), param("date", to_string(date)),
                                 param("served", served), param("usual", usual)},
                                ""});
        });
    return findings;
}

}  // namespace canteen
