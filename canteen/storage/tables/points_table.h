// Keeps volunteers' hours and points: a ledger of their own, whose balances a batch writes once. Thread of the
// connection.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "canteen/domain/model/points.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class PointsTable {
public:
    explicit PointsTable(Connection& db) : db_(db) {}

    // set_rule(), record() and post() run within a transaction. `place` is the event's place in its row.
    void set_rule(const PointsRule& rule);
    void record(Seq seq, std::size_t place, const VolunteerHours& hours);
    void post(Seq seq, std::size_t place, OrderId order, const std::vector<PointsPosting>& postings);
    void flush();
    void clear() { moved_.clear(); }

    // Returns the usual rule until the site has set another.
    PointsRule rule();
    // Returns the member's points; 0 if nothing was ever posted.
    std::int64_t held_by(MemberId member);
    // Lists all members who hold any.
    std::vector<std::pair<MemberId, std::int64_t>> held();
    // Lists the member's hours by date, as they were entered.
    std::vector<VolunteerHours> hours_of(MemberId member);

private:
    using PointsAccount = std::pair<PointsAccountKind, MemberId>;

    Connection& db_;
    std::map<PointsAccount, std::int64_t> moved_;
};

}  // namespace canteen
