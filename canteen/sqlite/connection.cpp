#include "canteen/sqlite/connection.h"

#include <sqlite3.h>

#include "canteen/app/store.h"
#include "canteen/storage/disk/store_files.h"

namespace canteen {
namespace {

int open_flags(Connection::Mode mode) {
    switch (mode) {
        case Connection::Mode::create:
        case Connection::Mode::scratch:
            return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
        case Connection::Mode::read_write:
            return SQLite::OPEN_READWRITE;
        case Connection::Mode::read_only:
            return SQLite::OPEN_READONLY;
    }
    return SQLite::OPEN_READONLY;
}

// Turns SQLite's memory statistics off: it counts under a lock at every allocation, and nobody reads the count. Runs
// before the first database is opened.
void count_no_memory() {
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

void require_presence(const std::filesystem::path& path, Connection::Mode mode) {
    bool is_new = mode == Connection::Mode::create || mode == Connection::Mode::scratch;
    bool exists = is_there(path);
    if (is_new && exists) throw StoreError(path.string() + " exists already");
    if (!is_new && !exists) throw StoreError(path.string() + " does not exist");
}

void set_up_reading(SQLite::Database& db) {
    db.exec("PRAGMA trusted_schema = OFF");
    db.exec("PRAGMA cell_size_check = ON");
    db.exec("PRAGMA foreign_keys = ON");
    db.exec("PRAGMA cache_size = -" + std::to_string(cache_kib));
    // Makes a statement's plan once: a bound value that meets a partial index would make it anew at every call.
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
}

// Sets FULL, not NORMAL: a commit that was answered survives a power loss.
void set_up_writing(SQLite::Database& db) {
    db.exec("PRAGMA journal_mode = WAL");
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA journal_size_limit = " + std::to_string(journal_size_limit_bytes));
    db.exec("PRAGMA wal_autocheckpoint = " + std::to_string(wal_autocheckpoint_pages));
}

}  // namespace

Connection::Connection(const std::filesystem::path& path, Mode mode) {
    count_no_memory();
    require_presence(path, mode);
    const int one_thread = SQLite::OPEN_NOMUTEX;  // SQLite need not lock at every call
    try {
        database_ = std::make_unique<SQLite::Database>(path.string(), open_flags(mode) | one_thread, busy_wait_ms);
        set_up_reading(*database_);
        if (mode == Mode::scratch) {
            database_->exec("PRAGMA journal_mode = OFF");
            database_->exec("PRAGMA synchronous = OFF");
        } else if (mode == Mode::read_only) {
            // A reader never writes a log back, not even when it closes last: that is the writer's task.
            sqlite3_db_config(database_->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        } else {
            set_up_writing(*database_);
        }
    } catch (const SQLite::Exception& e) {
        throw StoreError("cannot open " + path.string() + ": " + e.what());
    }
}

SqlQuery Connection::query(Sql sql) {
    auto& slot = statements_[sql.text];
    if (!slot) slot = std::make_unique<SQLite::Statement>(*database_, sql.text);
    return SqlQuery(*slot);
}

std::int64_t Connection::pragma(const std::string& name) {
    return database_->execAndGet("PRAGMA " + name).getInt64();
}

bool Connection::cut_wal() {
    struct WaitsForNobody {
        SQLite::Database& db;
        explicit WaitsForNobody(SQLite::Database& of) : db(of) { db.setBusyTimeout(0); }
        WaitsForNobody(const WaitsForNobody&) = delete;
        WaitsForNobody& operator=(const WaitsForNobody&) = delete;
        ~WaitsForNobody() { sqlite3_busy_timeout(db.getHandle(), busy_wait_ms); }
    } now(*database_);
    return pragma("wal_checkpoint(TRUNCATE)") == 0;
}

}  // namespace canteen
