#include "canteen/storage/readers/shift_reader.h"

#include "canteen/domain/model/order.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/schema/reading.h"
#include "canteen/storage/tables/shift_table.h"

namespace canteen {

ShiftReader::ShiftReader(const std::filesystem::path& database)
    : path_(database), db_(database, Connection::Mode::read_only) {
    reading(path_, [&] { require_current_schema(db_); });
}

std::vector<ReadShift> ShiftReader::of_days(Date first, Date last) {
    const auto from = instant_at_site(first, MinuteOfDay{0});
    const auto until = instant_at_site(last + 1, night_ends);
    ShiftTable table(db_);
    std::vector<ReadShift> all;
    for (auto& shift : reading(path_, [&] { return table.opened_between(from, until); })) {
        const Date day =
            day_of_shift(shift, [&](Date eve) { return reading(path_, [&] { return sold_meals_of(shift.id, eve); }); });
        if (day < first || last < day) continue;
        ReadShift read{shift, day, {}, {}};
        reading(path_, [&] {
            read.sums = table.sums_of(shift.id);
            read.moves = table.moves_of(shift.id);
            count_orders(read);
        });
        all.push_back(std::move(read));
    }
    return all;
}

bool ShiftReader::sold_meals_of(ShiftId shift, Date day) {
    auto row = db_.query("SELECT 1 FROM orders WHERE shift = ? AND date = ?");
    row.with(shift, day);
    return row.next();
}

void ShiftReader::count_orders(ReadShift& read) {
    // A refund without lines took back all that was left.
    auto row = db_.query(
        "SELECT count(*), coalesce(sum((SELECT sum(CASE WHEN l.grams > 0 THEN l.grams > l.back ELSE l.quantity - "
        "l.back END) FROM (SELECT value ->> 2 AS quantity, value ->> 3 AS grams, coalesce((SELECT sum(b.amount) FROM "
        "refund_line b WHERE b.order_id = o.id AND b.line = value ->> 0), 0) AS back FROM json_each(o.lines)) l "
        "WHERE NOT EXISTS (SELECT 1 FROM refund r WHERE r.order_id = o.id AND NOT EXISTS (SELECT 1 FROM refund_line b "
        "WHERE b.order_id = r.order_id AND b.refund_id = r.id)))), 0) "
        "FROM orders o WHERE o.shift = ? AND o.state IN (?, ?, ?)");
    row.with(read.shift.id, OrderState::placed, OrderState::ready, OrderState::handed_over);
    if (!row.next()) return;
    read.orders = row.as<std::uint32_t>(0);
    read.portions = row.as<std::uint32_t>(1);
}

}  // namespace canteen
