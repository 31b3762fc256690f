#include "canteen/files/tables/balances_csv.h"

#include <set>

#include "canteen/domain/model/member_checks.h"
#include "canteen/domain/office/stored_value.h"
#include "canteen/domain/office/volunteering.h"
#include "canteen/files/cells.h"

namespace canteen {
namespace {

OpeningBalance read_balance(const RowReader& reader) {
    OpeningBalance balance;
    balance.number = reader.text("number", max_member_number_bytes);
    balance.principal = reader.yuan("principal", max_stored_value);
    if (!reader.cell("bonus").text.empty()) balance.bonus = reader.yuan("bonus", max_stored_value);
    balance.points = reader.number("points", 0, max_points_held, 0);
    return balance;
}

}  // namespace

Result<std::vector<OpeningBalance>> read_balances_csv(std::string_view text) {
    FileNotes mistakes;
    const auto table = read_csv(text, {"number", "principal"}, {"bonus", "points"}, &mistakes);
    if (!table) return {table.mistakes(), {}};
    if (table->rows.size() > max_import_balances)
        return FileError{0, 0, "", "more than " + std::to_string(max_import_balances) + " balances in one file"};
    std::vector<OpeningBalance> balances;
    std::set<std::string> numbers;
    for (const auto& row : table->rows) {
        const RowReader reader(*table, row);
        read_or_note(mistakes, [&] {
            auto balance = read_balance(reader);
            if (!numbers.insert(balance.number).second) refuse(reader.cell("number"), "number", "stands twice");
            balances.push_back(std::move(balance));
        });
    }
    if (!mistakes.empty()) return {std::move(mistakes), {}};
    return balances;
}

}  // namespace canteen
