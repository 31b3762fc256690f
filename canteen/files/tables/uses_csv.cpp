#include "canteen/files/tables/uses_csv.h"

#include <set>

#include "canteen/domain/model/member_checks.h"
#include "canteen/domain/office/opening_uses.h"
#include "canteen/files/cells.h"

namespace canteen {
namespace {

constexpr std::size_t max_scheme_bytes = 64;

bool is_of_meal(UseKind kind) {
    return kind == UseKind::per_slot || kind == UseKind::allowance;
}

Meal read_meal(const RowReader& reader, UseKind kind) {
    Meal meal{reader.date("date"), MealSlot::lunch};
    const auto& cell = reader.cell("meal");
    if (is_of_meal(kind)) {
        meal.slot = reader.named<MealSlot>("meal");
    } else if (!cell.text.empty()) {
        refuse(cell, "meal", "belongs to per_slot and allowance alone");
    }
    return meal;
}

OpeningUse read_use(const RowReader& reader) {
    OpeningUse opening;
    opening.number = reader.text("number", max_member_number_bytes);
    auto& key = opening.key;
    key.scheme = reader.text("scheme", max_scheme_bytes);
    key.kind = reader.named("kind", &Named<UseKind>::in_schemes);
    key.period = period_of(key.kind, read_meal(reader, key.kind));
    if (is_amount(key.kind)) {
        opening.used = reader.yuan("used", max_order_sum).value;
    } else {
        opening.used = reader.number("used", 0, static_cast<std::uint32_t>(max_opening_count));
    }
    return opening;
}

}  // namespace

Result<std::vector<OpeningUse>> read_uses_csv(std::string_view text) {
    FileNotes mistakes;
    const auto table = read_csv(text, {"number", "scheme", "kind", "date", "used"}, {"meal"}, &mistakes);
    if (!table) return {table.mistakes(), {}};
    if (table->rows.size() > max_import_uses)
        return FileError{0, 0, "", "more than " + std::to_string(max_import_uses) + " uses in one file"};
    std::vector<OpeningUse> uses;
    std::set<std::pair<std::string, UseKey>> seen;
    for (const auto& row : table->rows) {
        const RowReader reader(*table, row);
        read_or_note(mistakes, [&] {
            auto opening = read_use(reader);
            if (!seen.emplace(opening.number, opening.key).second)
                refuse(reader.cell("number"), "number", "this right of the member stands twice");
            uses.push_back(std::move(opening));
        });
    }
    if (!mistakes.empty()) return {std::move(mistakes), {}};
    return uses;
}

}  // namespace canteen
