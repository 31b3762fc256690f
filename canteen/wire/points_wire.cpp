#include "canteen/wire/points_wire.h"

#include "canteen/wire/order_wire.h"

namespace canteen {

void to_wire(const PointsRule& rule, v1::PointsRule& wire) {
    wire.set_points_per_hour(rule.points_per_hour);
    wire.set_most_minutes_an_activity(rule.most_minutes_an_activity);
    wire.set_most_points(rule.most_points);
    wire.set_spendable_from(rule.spendable_from);
    wire.set_fen_per_point(rule.fen_per_point.value);
    wire.set_funder(rule.funder);
}

PointsRule from_wire(const v1::PointsRule& wire, const Path& at) {
    PointsRule rule;
    rule.points_per_hour = count_from(wire.points_per_hour(), max_client_amount, at / "points_per_hour");
    rule.most_minutes_an_activity =
        count_from(wire.most_minutes_an_activity(), max_client_amount, at / "most_minutes_an_activity");
    rule.most_points = count_from(wire.most_points(), max_client_amount, at / "most_points");
    rule.spendable_from = count_from(wire.spendable_from(), max_client_amount, at / "spendable_from");
    rule.fen_per_point = client_fen_from(wire.fen_per_point(), at / "fen_per_point");
    rule.funder = text_from(wire.funder(), max_code_bytes, at / "funder");
    return rule;
}

void to_wire(const VolunteerHours& hours, v1::VolunteerHours& wire) {
    wire.set_member_id(bytes_of(hours.member.bytes));
    wire.set_date(hours.date.days);
    wire.set_minutes(hours.minutes);
    wire.set_activity(hours.activity);
    wire.set_points(hours.points);
}

VolunteerHours from_wire(const v1::VolunteerHours& wire, const Path& at) {
    VolunteerHours hours;
    hours.member = id_from<MemberId>(wire.member_id(), at / "member_id");
    hours.date = date_from(wire.date(), at / "date");
    hours.minutes = count_from(wire.minutes(), max_client_amount, at / "minutes");
    hours.activity = text_from(wire.activity(), max_client_text_bytes, at / "activity");
    hours.points = wire.points();
    return hours;
}

void to_wire(const PointsPosting& posting, v1::PointsPosting& wire) {
    wire.set_account(enum_to<v1::PointsAccountKind>(posting.account));
    wire.set_member_id(optional_bytes_of(posting.member));
    wire.set_points(posting.points);
}

PointsPosting from_wire(const v1::PointsPosting& wire, const Path& at) {
    return {enum_from<PointsAccountKind>(wire.account(), v1::PointsAccountKind_MAX, at / "account"),
            optional_id_from<MemberId>(wire.member_id(), at / "member_id"), wire.points()};
}

}  // namespace canteen
