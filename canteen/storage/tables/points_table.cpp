#include "canteen/storage/tables/points_table.h"

namespace canteen {

void PointsTable::set_rule(const PointsRule& rule) {
    db_.query(
           "INSERT INTO points_rule (id, points_per_hour, most_minutes_an_activity, most_points, spendable_from, "
           "fen_per_point, funder) VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
           "points_per_hour = excluded.points_per_hour, "
           "most_minutes_an_activity = excluded.most_minutes_an_activity, most_points = excluded.most_points, "
           "spendable_from = excluded.spendable_from, fen_per_point = excluded.fen_per_point, "
           "funder = excluded.funder")
        .with(rule.points_per_hour, rule.most_minutes_an_activity, rule.most_points, rule.spendable_from,
              rule.fen_per_point, rule.funder)
        .run();
}

void PointsTable::record(Seq seq, std::size_t place, const VolunteerHours& hours) {
    db_.query(
           "INSERT INTO volunteer_hours (member, date, seq, place, minutes, activity, points) "
           "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(hours.member, hours.date, seq, place, hours.minutes, hours.activity, hours.points)
        .run();
}

void PointsTable::post(Seq seq, std::size_t place, OrderId order, const std::vector<PointsPosting>& postings) {
    auto insert = db_.query(
        "INSERT INTO points_posting (seq, place, line, order_id, kind, member, points) VALUES (?, ?, ?, ?, ?, ?, ?)");
    std::int64_t line = 0;
    auto named_order = unless_nil(order);
    for (const auto& posting : postings) {
        insert.with(seq, place, line++, named_order, posting.account, posting.member, posting.points).run();
        insert.reset();
        moved_[{posting.account, posting.member}] += posting.points;
    }
}

void PointsTable::flush() {
    auto add = db_.query(
        "INSERT INTO points_balance (kind, member, points) VALUES (?, ?, ?) "
        "ON CONFLICT (kind, member) DO UPDATE SET points = points + excluded.points");
    for (const auto& [account, points] : moved_) {
        add.with(account.first, account.second, points).run();
        add.reset();
    }
    clear();
}

PointsRule PointsTable::rule() {
    auto row = db_.query(
        "SELECT points_per_hour, most_minutes_an_activity, most_points, spendable_from, fen_per_point, funder "
        "FROM points_rule");
    if (!row.next()) return {};
    return {row.as<std::uint32_t>(0),
            row.as<std::uint32_t>(1),
            row.as<std::uint32_t>(2),
            row.as<std::uint32_t>(3),
            row.fen(4),
            row.text(5)};
}

std::int64_t PointsTable::held_by(MemberId member) {
    auto row = db_.query("SELECT points FROM points_balance WHERE kind = ? AND member = ?");
    row.with(PointsAccountKind::member, member);
    return row.next() ? row.number(0) : 0;
}

std::vector<std::pair<MemberId, std::int64_t>> PointsTable::held() {
    std::vector<std::pair<MemberId, std::int64_t>> held;
    auto rows = db_.query("SELECT member, points FROM points_balance WHERE kind = ? AND points <> 0");
    rows.with(PointsAccountKind::member);
    while (rows.next()) held.emplace_back(rows.id<MemberId>(0), rows.number(1));
    return held;
}

std::vector<VolunteerHours> PointsTable::hours_of(MemberId member) {
    std::vector<VolunteerHours> hours;
    auto rows = db_.query(
        "SELECT date, minutes, activity, points FROM volunteer_hours WHERE member = ? ORDER BY date, seq, place");
    rows.with(member);
    while (rows.next())
        hours.push_back({member, rows.date(0), rows.as<std::uint32_t>(1), rows.text(2), rows.as<std::uint32_t>(3)});
    return hours;
}

}  // namespace canteen
