#include "canteen/files/tables/calendar_csv.h"

#include "canteen/files/cells.h"

namespace canteen {

Result<Calendar> read_calendar_csv(std::string_view text) {
    FileNotes mistakes;
    const auto table = read_csv(text, {"date", "kind"}, {"name"}, &mistakes);
    if (!table) return {table.mistakes(), {}};
    Calendar calendar;
    for (const auto& row : table->rows) {
        const RowReader reader(*table, row);
        const auto kind = read_or_note(mistakes, [&] { return reader.word("kind", {"off", "work"}); });
        const auto mark = kind == 0 ? CalendarMark::day_off : CalendarMark::make_up_workday;
        read_or_note(mistakes, [&] {
            if (!calendar.marks.emplace(reader.date("date"), mark).second)
                refuse(reader.cell("date"), "date", "stands twice");
        });
    }
    if (!mistakes.empty()) return {std::move(mistakes), {}};
    return calendar;
}

}  // namespace canteen
