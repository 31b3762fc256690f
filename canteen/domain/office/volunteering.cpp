#include "canteen/domain/office/volunteering.h"

#include <algorithm>

#include "canteen/domain/base/text.h"
#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

constexpr std::uint32_t minutes_per_hour = 60;

bool is_funder(const std::string& text) {
    return text.size() <= max_funder_bytes && is_plain_text(text);
}

bool is_sound(const PointsRule& rule) {
    const bool earns = 0 < rule.points_per_hour && rule.points_per_hour <= max_points_per_hour &&
                       0 < rule.most_minutes_an_activity && rule.most_minutes_an_activity <= minutes_per_day;
    const bool holds = rule.most_points <= max_points_held && rule.spendable_from <= rule.most_points;
    const bool spends = Fen{} <= rule.fen_per_point && rule.fen_per_point <= max_fen_per_point;
    const bool is_funded = rule.fen_per_point == Fen{} || !rule.funder.empty();
    return earns && holds && spends && is_funded && is_funder(rule.funder);
}

// Rounded down an activity, and never more than the member may still hold.
std::uint32_t earned_by(const PointsRule& rule, std::uint32_t minutes, std::int64_t held) {
    const auto counted = std::min(minutes, rule.most_minutes_an_activity);
    const std::int64_t earned = std::int64_t{counted} * rule.points_per_hour / minutes_per_hour;
    const std::int64_t room = std::max<std::int64_t>(rule.most_points - held, 0);
    return static_cast<std::uint32_t>(std::min(earned, room));
}

}  // namespace

Outcome decide_set_points_rule(const Canteen& state, const SetPointsRule& command) {
    const PointsRule& rule = command.rule;
    const bool is_taken = std::any_of(state.schemes.begin(), state.schemes.end(),
                                      [](const auto& known) { return names_points(known.second.id); });
    if (!is_sound(rule) || (is_taken && rule.fen_per_point > Fen{})) return refuse(RejectionCode::amount_invalid);
    if (rule == state.points_rule) return Events{};
    return Events{PointsRuleSet{rule}};
}

Outcome decide_record_hours(const Canteen& state, const RecordHours& command, Timestamp now) {
    VolunteerHours hours = command.hours;
    if (auto refusal = check_is_open(state, hours.member)) return *refusal;
    const bool is_time = 0 < hours.minutes && hours.minutes <= minutes_per_day && hours.date <= date_at_site(now);
    if (!is_time) return refuse(RejectionCode::amount_invalid);
    const auto& activity = hours.activity;
    const bool is_named = !activity.empty() && activity.size() <= max_activity_bytes;
    if (!is_named || !is_plain_text(activity)) return refuse(RejectionCode::text_invalid, {param("what", "activity")});
    hours.points = earned_by(state.points_rule, hours.minutes, points_of(state, hours.member));
    Events events{HoursRecorded{hours}};
    auto postings = into_holding(hours.member, hours.points, PointsAccountKind::earned);
    if (!postings.empty()) events.emplace_back(PointsPosted{OrderId{}, std::move(postings)});
    return events;
}

}  // namespace canteen
