#include "canteen/storage/tables/aside_table.h"

#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/schema/reading.h"
#include "canteen/storage/sealing/sodium_sealer.h"

namespace canteen {
namespace {

// Binds the bytes to where they belong: they open nowhere else.
std::string aside_context(DeviceId device, CommandId command) {
    return std::string(as_view(hash_of({"canteen entry put aside", as_view(device.bytes), as_view(command.bytes)})));
}

}  // namespace

void AsideTable::put(const RefusedRow& row) {
    const auto sealed = seal_under(site_key_, aside_context(row.actor.device, row.command), row.aside->entry);
    db_.query(
           "INSERT INTO unprocessable (device, command_id, device_seq, time_ms, why, entry) VALUES (?, ?, ?, ?, ?, ?) "
           "ON CONFLICT DO NOTHING")
        .with(row.actor.device, row.command, row.answer.device_seq, row.time, row.aside->why, Blob{sealed})
        .run();
}

std::vector<AsideEntry> AsideTable::all() {
    std::vector<AsideEntry> entries;
    auto rows = db_.query(
        "SELECT u.time_ms, u.device, coalesce(d.name, ''), u.device_seq, u.command_id, u.why, u.entry "
        "FROM unprocessable u LEFT JOIN device d ON d.id = u.device ORDER BY u.time_ms, u.device, u.device_seq");
    while (rows.next()) {
        AsideEntry entry{rows.time(0),
                         rows.id<DeviceId>(1),
                         rows.text(2),
                         rows.as<std::uint64_t>(3),
                         rows.id<CommandId>(4),
                         rows.text(5),
                         ""};
        entry.entry = unseal_under(site_key_, aside_context(entry.device, entry.command), rows.view(6));
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<AsideEntry> read_aside(const std::filesystem::path& database, const SiteKeys& keys) {
    return reading(database, [&] {
        Connection db(database, Connection::Mode::read_only);
        require_current_schema(db);
        return AsideTable(db, keys.site).all();
    });
}

}  // namespace canteen
