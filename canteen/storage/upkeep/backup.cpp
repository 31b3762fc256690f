#include "canteen/storage/upkeep/backup.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "canteen/app/store.h"
#include "canteen/storage/disk/disk_space.h"
#include "canteen/storage/disk/store_files.h"
#include "canteen/storage/schema/journal.h"

namespace canteen {
namespace {

// Begins a read before the first step, so that all steps copy the same moment.
class OneMoment {
public:
    explicit OneMoment(Connection& db) : db_(db) {
        db_.exec("BEGIN");
        Journal(db_).head();
    }
    OneMoment(const OneMoment&) = delete;
    OneMoment& operator=(const OneMoment&) = delete;
    ~OneMoment() {
        try {
            db_.exec("ROLLBACK");
        } catch (const SQLite::Exception&) {  // the connection is broken: nothing was written by it
        }
    }

private:
    Connection& db_;
};

// Copies into a new file, which is thrown away if this fails, so that it needs no journal.
void copy(Connection& from, const std::filesystem::path& to, const std::function<void()>& after_step) {
    make_private_file(to);
    SQLite::Database target(to.string(), SQLite::OPEN_READWRITE);
    target.exec("PRAGMA journal_mode = OFF");
    target.exec("PRAGMA synchronous = OFF");
    {
        OneMoment moment(from);
        SQLite::Backup all(target, from.raw());
        int stepped = SQLITE_OK;
        while ((stepped = all.executeStep(backup_step_pages)) == SQLITE_OK) {
            sync_file(to);
            if (after_step) after_step();
        }
        if (stepped != SQLITE_DONE) throw StoreError("the database is busy: no backup was made");
    }
    target.exec("PRAGMA journal_mode = DELETE");
}

Seq newest_row_of(const std::filesystem::path& file) {
    Connection db(file, Connection::Mode::read_only);
    return Journal(db).head().seq;
}

}  // namespace

Seq backup(Connection& from, const std::filesystem::path& to, const std::function<void()>& after_step) {
    Seq newest = 0;
    make_file_durably(to, [&](const std::filesystem::path& partial) {
        try {
            copy(from, partial, after_step);
            newest = newest_row_of(partial);
        } catch (const SQLite::Exception& e) {
            throw StoreError(std::string("the backup failed: ") + e.what());
        }
    });
    return newest;
}

Seq backup(const std::filesystem::path& from, const std::filesystem::path& to,
           const std::function<void()>& after_step) {
    require_room(directory_of(to), size_of_database(from), from);
    Connection source(from, Connection::Mode::read_only);
    return backup(source, to, after_step);
}

}  // namespace canteen
