#include "canteen/storage/tables/staff_table.h"

namespace canteen {

void StaffTable::record(const StaffMember& staff, Seq seq) {
    const auto body = codec_.encode_events({StaffRecorded{staff}}, seq, sealer_);
    db_.query(
           "INSERT INTO staff (id, seq, body) VALUES (?, ?, ?) "
           "ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, body = excluded.body")
        .with(staff.id, seq, Blob{body})
        .run();
}

void StaffTable::end(StaffId staff) {
    db_.query("UPDATE staff SET ended = 1 WHERE id = ?").with(staff).run();
}

void StaffTable::unlock(StaffId staff, Timestamp at) {
    db_.query("UPDATE staff SET unlocked_ms = ? WHERE id = ?").with(at, staff).run();
}

void StaffTable::note_pin(StaffId staff, Timestamp at) {
    db_.query("UPDATE staff SET pin_set_ms = ?1, unlocked_ms = ?1 WHERE id = ?2").with(at, staff).run();
}

std::vector<StaffMember> StaffTable::all() {
    std::vector<StaffMember> all;
    auto rows = db_.query("SELECT seq, body, ended, unlocked_ms, pin_set_ms FROM staff ORDER BY id");
    while (rows.next()) {
        for (const auto& event : codec_.decode_events(rows.view(1), rows.as<Seq>(0), sealer_)) {
            const auto* recorded = std::get_if<StaffRecorded>(&event);
            if (!recorded) continue;
            all.push_back(recorded->staff);
            all.back().ended = rows.number(2) != 0;
            all.back().unlocked_at = rows.time(3);
            all.back().pin_set_at = rows.time(4);
        }
    }
    return all;
}

}  // namespace canteen
