// Hours of service become points. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

inline constexpr std::uint32_t max_points_per_hour = 1'000;
inline constexpr std::uint32_t max_points_held = 1'000'000;
inline constexpr Fen max_fen_per_point{100'00};
inline constexpr std::uint32_t minutes_per_day = 24 * 60;
inline constexpr std::size_t max_funder_bytes = 64;
inline constexpr std::size_t max_activity_bytes = 120;

// Refuses amount_invalid: a rate without a funder, zero points an hour, a threshold that no holding reaches, what is
// beyond the limits above, or a rate while a scheme's name takes the accounts of points. No events: nothing differs.
Outcome decide_set_points_rule(const Canteen& state, const SetPointsRule& command);
// Refuses member_unknown, amount_invalid (no minutes, more than a day, a date to come), text_invalid.
Outcome decide_record_hours(const Canteen& state, const RecordHours& command, Timestamp now);

}  // namespace canteen
