#include "canteen/storage/upkeep/rebuild.h"

#include <functional>

#include "canteen/app/store.h"
#include "canteen/storage/disk/disk_space.h"
#include "canteen/storage/disk/store_files.h"
#include "canteen/storage/schema/copy_table.h"
#include "canteen/storage/schema/journal.h"
#include "canteen/storage/schema/migrations.h"
#include "canteen/storage/sealing/sodium_sealer.h"
#include "canteen/storage/tables/projection.h"

namespace canteen {
namespace {

// Rows projected between two writes of what they gathered.
constexpr Seq rows_per_batch = 256;

void in_transaction(Connection& db, const std::function<void()>& action) {
    db.exec("BEGIN");
    action();
    db.exec("COMMIT");
}

// Says what went wrong, and at which row.
[[noreturn]] void fail(Seq seq, const std::exception& e) {
    throw StoreError("row " + std::to_string(seq) + " of the journal cannot be applied: " + e.what());
}

JournalRow open_row(const StoredRow& row, const Codec& codec, const Sealer& sealer) {
    return {row.seq,        row.time,         row.actor,
            row.command,    row.command_name, row.digest,
            row.device_seq, row.entry_hash,   codec.decode_events(row.events, row.seq, sealer)};
}

std::vector<Seq> project(Connection& from, const Codec& codec, const Sealer& sealer, Projection& tables) {
    Seq seq = 0;
    std::vector<Seq> mended;
    try {
        Journal(from).read(1, [&](const StoredRow& row) {
            seq = row.seq;
            const auto before = codec.mended();
            auto opened = open_row(row, codec, sealer);
            if (codec.mended() != before) mended.push_back(seq);
            tables.add(opened);
            if (seq % rows_per_batch == 0) tables.flush();
        });
        tables.flush();
        return mended;
    } catch (const SQLite::Exception& e) {
        fail(seq, e);
    } catch (const CodecError& e) {
        fail(seq, e);
    } catch (const UnsealError& e) {
        fail(seq, e);
    } catch (const StoreError& e) {
        fail(seq, e);
    } catch (const std::logic_error& e) {
        fail(seq, e);  // thrown by the domain: an event does not fit
    }
}

}  // namespace

std::vector<Seq> rebuild_tables(Connection& from, const SiteKeys& keys, const Codec& codec, Connection& scratch) {
    migrate(scratch);
    std::vector<Seq> mended;
    in_transaction(scratch, [&] {
        for (const auto& table : kept_tables()) copy_table(from, scratch, table);
        SodiumSealer sealer(scratch, keys.site);
        Projection tables(scratch, codec, sealer, keys.blind_index);
        tables.answers.gather_refused_links();
        mended = project(from, codec, sealer, tables);
    });
    return mended;
}

void rebuild(const std::filesystem::path& from, const SiteKeys& keys, const Codec& codec,
             const std::filesystem::path& out) {
    Connection source(from, Connection::Mode::read_only);
    require_current_schema(source);
    require_room(directory_of(out), size_of_database(from), from);
    make_file_durably(out, [&](const std::filesystem::path& partial) {
        Connection scratch(partial, Connection::Mode::scratch);
        keep_private(partial);
        try {
            rebuild_tables(source, keys, codec, scratch);
            in_transaction(scratch, [&] { copy_table(source, scratch, "journal"); });
        } catch (const SQLite::Exception& e) {
            throw StoreError(std::string("the database cannot be rebuilt: ") + e.what());
        }
    });
}

}  // namespace canteen
