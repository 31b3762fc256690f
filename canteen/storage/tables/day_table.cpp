#include "canteen/storage/tables/day_table.h"

namespace canteen {

void DayTable::note(Seq seq, Timestamp time) {
    auto date = date_at_site(time);
    if (!date_) date_ = newest();
    if (date_ == date) return;
    db_.query("INSERT INTO day (first_seq, date) VALUES (?, ?)").with(seq, date).run();
    date_ = date;
}

std::optional<Date> DayTable::newest() {
    auto row = db_.query("SELECT date FROM day ORDER BY first_seq DESC LIMIT 1");
    if (!row.next()) return std::nullopt;
    return row.date(0);
}

std::vector<SeqRange> DayTable::rows_of(const ClaimPeriod& period, Seq head) {
    std::vector<SeqRange> ranges;
    auto rows = db_.query(
        "SELECT d.first_seq, (SELECT min(n.first_seq) FROM day n WHERE n.first_seq > d.first_seq) FROM day d "
        "WHERE d.date BETWEEN ? AND ? ORDER BY d.first_seq");
    rows.with(period.first, period.last);
    while (rows.next()) {
        SeqRange range{rows.as<Seq>(0), rows.is_null(1) ? head : std::min(head, rows.as<Seq>(1) - 1)};
        if (range.first > head) break;
        if (!ranges.empty() && ranges.back().last + 1 == range.first) {
            ranges.back().last = range.last;
        } else {
            ranges.push_back(range);
        }
    }
    return ranges;
}

}  // namespace canteen
