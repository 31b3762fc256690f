// A table that a spreadsheet has saved, in any of its ways, is the table that was meant.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/files/tables/calendar_csv.h"
#include "canteen/files/tables/members_csv.h"
#include "canteen/files/tables/menu_csv.h"

namespace canteen {
namespace {

using Cells = std::vector<std::string>;

// The way a program writes a table: chosen once for a file, as programs do, or once for a cell.
struct Habits {
    std::string line_end, mark;
    char separator = ',';
    std::size_t ghost_columns = 0, ghost_rows = 0;
    bool quotes_all = false, leaves_ends_out = false, ends_last_line = true;
};

Habits any_habits() {
    Habits h;
    h.line_end = *rc::gen::element<std::string>("\n", "\r\n", "\r");
    h.mark = *rc::gen::element<std::string>("", byte_order_mark);
    h.separator = *rc::gen::element(',', '\t', ';');
    h.ghost_columns = *rc::gen::inRange<std::size_t>(0, 3);
    h.ghost_rows = *rc::gen::inRange<std::size_t>(0, 3);
    h.quotes_all = *rc::gen::arbitrary<bool>();
    h.leaves_ends_out = *rc::gen::arbitrary<bool>();
    h.ends_last_line = *rc::gen::arbitrary<bool>();
    return h;
}

std::string cell_text(const std::string& cell, const Habits& h) {
    const bool must_quote = cell.find(h.separator) != std::string::npos || cell.find('"') != std::string::npos;
    auto padded = *rc::gen::element<std::string>("", " ", "\xc2\xa0") + cell;
    if (!must_quote && !h.quotes_all) return padded;
    std::string quoted = "\"";
    for (const char c : padded) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string row_text(Cells cells, const Habits& h, bool is_heading) {
    if (h.leaves_ends_out && !is_heading)
        while (!cells.empty() && cells.back().empty()) cells.pop_back();
    else
        cells.resize(cells.size() + h.ghost_columns);
    std::string row;
    for (const auto& cell : cells) {
        if (&cell != cells.data()) row += h.separator;
        row += cell_text(cell, h);
    }
    return row;
}

std::string saved(const std::vector<Cells>& table, const Habits& h) {
    std::string text = h.mark;
    for (const auto& row : table) {
        if (&row != table.data()) text += h.line_end;
        text += row_text(row, h, &row == table.data());
    }
    const std::string ghost(table[0].size(), h.separator);
    for (std::size_t i = 0; i < h.ghost_rows; ++i) text += h.line_end + ghost;
    return h.ends_last_line ? text + h.line_end : text;
}

std::string clean(const std::vector<Cells>& table) {
    std::string text;
    for (const auto& row : table) text += csv_row(row);
    return text;
}

Date any_day() {
    return *make_date(2026, 1, 1) + *rc::gen::inRange(0, 700);
}

// Returns a date as some program shows it.
std::string day_text(Date date) {
    const auto ymd = civil(date);
    const auto y = std::to_string(static_cast<int>(ymd.year()));
    const auto m = std::to_string(static_cast<unsigned>(ymd.month()));
    const auto d = std::to_string(static_cast<unsigned>(ymd.day()));
    return *rc::gen::element<std::string>(to_string(date), y + "/" + m + "/" + d, y + "-" + m + "-" + d,
                                          y + "年" + m + "月" + d + "日", y + "." + m + "." + d,
                                          y + "/" + m + "/" + d + " 0:00");
}

RC_GTEST_PROP(Spreadsheet, ACalendarItSavedIsTheOneThatWasMeant, ()) {
    std::vector<Cells> meant{{"date", "kind", "name"}}, shown = meant;
    std::set<Date> days;
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
        const auto day = any_day();
        if (!days.insert(day).second) continue;
        const auto kind = *rc::gen::element<std::string>("off", "work");
        const auto name = *rc::gen::element<std::string>("", "国庆节", "a \"b\", c;d");
        meant.push_back({to_string(day), kind, name});
        shown.push_back({day_text(day), kind, name});
    }
    const auto expected = read_calendar_csv(clean(meant));
    const auto read = read_calendar_csv(saved(shown, any_habits()));
    RC_ASSERT(expected.ok());
    if (!read) RC_LOG() << to_string(read.mistakes());
    RC_ASSERT(read.ok());
    RC_ASSERT(*read == *expected);
}

RC_GTEST_PROP(Spreadsheet, AMenuItSavedIsTheOneThatWasMeant, ()) {
    const Cells heading{"date", "meal", "from", "to", "dish", "name", "price", "planned", "category"};
    std::vector<Cells> meant{heading}, shown = meant;
    const auto day = any_day();
    for (int dish = *rc::gen::inRange(1, 8); dish > 0; --dish) {
        const auto number = std::to_string(dish);
        const auto name = *rc::gen::element<std::string>("米饭", "say \"hi\"", "鱼, 大份");
        const auto planned = *rc::gen::element<std::string>("", "0", "60");
        const auto category = *rc::gen::element<std::string>("", "主食");
        meant.push_back({to_string(day), "lunch", "07:00", "13:30", number, name, "2.50", planned, category});
        shown.push_back({day_text(day), "lunch", *rc::gen::element<std::string>("7:00", "07:00", "7:00:00"), "13:30",
                         number, name, *rc::gen::element<std::string>("2.5", "2.50"), planned, category});
    }
    const auto expected = read_menu_csv(clean(meant));
    const auto read = read_menu_csv(saved(shown, any_habits()));
    RC_ASSERT(expected.ok());
    if (!read) RC_LOG() << to_string(read.mistakes());
    RC_ASSERT(read.ok());
    RC_ASSERT(read->import.menus == expected->import.menus);
    RC_ASSERT(read->import.unplanned == expected->import.unplanned);
}

RC_GTEST_PROP(Spreadsheet, MembersItSavedAreThoseWhoWereMeant, ()) {
    const Cells heading{"number", "name", "born", "phone", "hukou", "tags", "approvals"};
    std::vector<Cells> meant{heading}, shown = meant;
    for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
        const auto number = std::to_string(1000 + i);
        const auto name = *rc::gen::element<std::string>("李桂芳", "𠮷㐂", "阿卜杜拉·买买提", "O\"Neill, J");
        const auto born = any_day(), from = any_day();
        const auto tags = *rc::gen::element<std::string>("", "dibao", "dibao;living_alone");
        const auto since = *rc::gen::arbitrary<bool>();
        meant.push_back({number, name, to_string(born), "02800001234", "510117009", tags,
                         since ? "tj:" + to_string(from) + ".." : ""});
        shown.push_back({number, name, day_text(born), *rc::gen::element<std::string>("02800001234", "028-0000 1234"),
                         "510117009", tags, since ? "tj:" + day_text(from) + ".." : ""});
    }
    const auto expected = read_members_csv(clean(meant));
    const auto read = read_members_csv(saved(shown, any_habits()));
    RC_ASSERT(expected.ok());
    if (!read) RC_LOG() << to_string(read.mistakes());
    RC_ASSERT(read.ok());
    RC_ASSERT(read->import.members == expected->import.members);
}

}  // namespace
}  // namespace canteen
