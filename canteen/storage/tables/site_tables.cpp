#include "canteen/storage/tables/site_tables.h"

namespace canteen {

void SiteTables::set_calendar(const Calendar& calendar) {
    db_.query("DELETE FROM calendar_day").run();
    auto insert = db_.query("INSERT INTO calendar_day (date, mark) VALUES (?, ?)");
    for (const auto& [date, mark] : calendar.marks) {
        insert.with(date, mark).run();
        insert.reset();
    }
}

void SiteTables::publish_scheme(const SchemePublished& event, Seq seq) {
    auto body = codec_.encode_events({event}, seq, sealer_);
    db_.query(
           "INSERT INTO scheme (id, priority, seq, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
           "priority = excluded.priority, seq = excluded.seq, body = excluded.body")
        .with(event.scheme.id, event.priority, seq, Blob{body})
        .run();
}

void SiteTables::enrol(const Device& device) {
    db_.query(
           "INSERT INTO device (id, role, name, letters, public_key, claimed, revoked) "
           "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET role = excluded.role, "
           "name = excluded.name, letters = excluded.letters, public_key = excluded.public_key, "
           "claimed = excluded.claimed, revoked = excluded.revoked")
        .with(device.id, device.role, device.name, device.letters, device.public_key, device.claimed, device.revoked)
        .run();
}

void SiteTables::claim(const DeviceClaimed& event) {
    db_.query("UPDATE device SET public_key = ?, claimed = 1 WHERE id = ?").with(event.public_key, event.device).run();
}

void SiteTables::revoke(DeviceId device) {
    db_.query("UPDATE device SET revoked = 1 WHERE id = ?").with(device).run();
}

void SiteTables::start_epoch(Epoch epoch) {
    db_.query(
           "INSERT INTO meta (name, value) VALUES ('epoch', ?) ON CONFLICT (name) DO UPDATE SET "
           "value = excluded.value")
        .with(epoch)
        .run();
}

void SiteTables::set_deduct_order(const std::vector<AccountKind>& order) {
    db_.query("DELETE FROM deduct_order").run();
    auto insert = db_.query("INSERT INTO deduct_order (place, kind) VALUES (?, ?)");
    std::int64_t place = 0;
    for (const auto kind : order) {
        insert.with(place++, kind).run();
        insert.reset();
    }
}

void SiteTables::load(Canteen& state) {
    load_calendar(state);
    load_schemes(state);
    load_devices(state);
    load_epoch(state);
    load_deduct_order(state);
}

void SiteTables::load_calendar(Canteen& state) {
    auto rows = db_.query("SELECT date, mark FROM calendar_day");
    while (rows.next()) state.calendar.marks[rows.date(0)] = rows.as<CalendarMark>(1);
}

// Loads schemes by priority; among equals the earlier one comes first, as apply() has it.
void SiteTables::load_schemes(Canteen& state) {
    auto rows = db_.query("SELECT seq, body FROM scheme ORDER BY priority, seq");
    while (rows.next()) {
        for (auto& event : codec_.decode_events(rows.view(1), rows.as<Seq>(0), sealer_)) {
            if (auto* published = std::get_if<SchemePublished>(&event)) {
                state.schemes.emplace_back(published->priority, std::move(published->scheme));
            }
        }
    }
}

void SiteTables::load_devices(Canteen& state) {
    auto rows = db_.query("SELECT id, role, name, letters, public_key, claimed, revoked FROM device");
    while (rows.next()) {
        Device device{rows.id<DeviceId>(0), rows.as<Role>(1),    rows.text(2),       rows.text(3),
                      rows.bytes<32>(4),    rows.number(5) != 0, rows.number(6) != 0};
        state.devices.emplace(device.id, device);
    }
}

void SiteTables::load_epoch(Canteen& state) {
    auto row = db_.query("SELECT value FROM meta WHERE name = 'epoch'");
    if (row.next()) state.epoch = row.as<Epoch>(0);
}

// Leaves the usual order until the site has set another.
void SiteTables::load_deduct_order(Canteen& state) {
    std::vector<AccountKind> order;
    auto rows = db_.query("SELECT kind FROM deduct_order ORDER BY place");
    while (rows.next()) order.push_back(rows.as<AccountKind>(0));
    if (!order.empty()) apply(state, DeductOrderSet{order});
}

}  // namespace canteen
