// Keeps which rows of the journal belong to which site date, so that reports find a period's rows. Thread of the
// connection.
#pragma once

#include <optional>
#include <vector>

#include "canteen/domain/model/claim_line.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

// Both rows included.
struct SeqRange {
    Seq first = 0;
    Seq last = 0;
    bool operator==(const SeqRange&) const = default;
};

class DayTable {
public:
    explicit DayTable(Connection& db) : db_(db) {}

    // Notes each row, in the journal's order. Within a transaction.
    void note(Seq seq, Timestamp time);
    // Forgets the newest date after a rollback.
    void clear() { date_.reset(); }

    // Returns the rows of the period's dates up to `head`, in order: more than one range if the clock was set back over
    // midnight.
    std::vector<SeqRange> rows_of(const ClaimPeriod& period, Seq head);

private:
    std::optional<Date> newest();

    Connection& db_;
    std::optional<Date> date_;  // the last row's
};

}  // namespace canteen
