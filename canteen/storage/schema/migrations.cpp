#include "canteen/storage/schema/migrations.h"

#include <SQLiteCpp/Transaction.h>

#include "canteen/app/store.h"

namespace canteen {
namespace {

std::int64_t last_known() {
    return all_migrations().empty() ? 0 : all_migrations().back().number;
}

std::int64_t version_of_ours(Connection& db) {
    auto id = db.pragma("application_id");
    auto version = db.pragma("user_version");
    if (version != 0 && id != application_id) throw StoreError("this is not a canteen's database");
    if (version > last_known()) {
        throw StoreError("a newer program made this database: it has version " + std::to_string(version) +
                         ", this program knows " + std::to_string(last_known()));
    }
    return version;
}

}  // namespace

void migrate(Connection& db) {
    auto version = version_of_ours(db);
    if (version == 0 && db.pragma("schema_version") != 0) throw StoreError("this is not a canteen's database");
    for (const auto& migration : all_migrations()) {
        if (migration.number <= version) continue;
        SQLite::Transaction transaction(db.raw(), SQLite::TransactionBehavior::IMMEDIATE);
        db.exec(migration.sql);
        db.exec("PRAGMA application_id = " + std::to_string(application_id));
        db.exec("PRAGMA user_version = " + std::to_string(migration.number));
        transaction.commit();
    }
}

bool is_of_older_program(const std::filesystem::path& file) {
    Connection db(file, Connection::Mode::read_only);
    const auto version = version_of_ours(db);
    return version != 0 && version < last_known();
}

void bring_up_to_date(const std::filesystem::path& file) {
    Connection db(file, Connection::Mode::read_write);
    migrate(db);
}

void require_current_schema(Connection& db) {
    auto version = version_of_ours(db);
    if (version == 0) throw StoreError("this is not a canteen's database");
    if (version < last_known()) {
        throw StoreError("an older program made this database: start the server once to bring it up to date");
    }
}

}  // namespace canteen
