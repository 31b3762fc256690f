#include "canteen/files/calendar_csv.h"

#include "canteen/files/cells.h"

namespace canteen {

Result<Calendar> read_calendar_csv(std::string_view text) {
    auto table = read_csv(text, {"date", "kind"}, {"name"});
    if (!table) return table.error();
    Calendar calendar;
    try {
        for (const auto& row : table->rows) {
            RowReader reader(*table, row);
            auto mark =
                reader.word("kind", {"off", "work"}) == 0 ? CalendarMark::day_off : CalendarMark::make_up_workday;
            if (!calendar.marks.emplace(reader.date("date"), mark).second)
                refuse(reader.cell("date"), "date", "stands twice");
        }
    } catch (const BadCell& bad) {
        return bad.error;
    }
    return calendar;
}

}  // namespace canteen
