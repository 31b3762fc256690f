#include "canteen/storage/backup.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include "canteen/app/store.h"
#include "canteen/storage/store_files.h"

namespace canteen {
namespace {

constexpr int all_pages = -1;

void copy(Connection& from, const std::filesystem::path& to) {
    SQLite::Database target(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    std::filesystem::permissions(to, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    if (SQLite::Backup(target, from.raw()).executeStep(all_pages) != SQLITE_DONE) {
        throw StoreError("the database is busy: no backup was made");
    }
    target.exec("PRAGMA journal_mode = DELETE");
}

}  // namespace

void backup(Connection& from, const std::filesystem::path& to) {
    make_file_durably(to, [&from](const std::filesystem::path& partial) {
        try {
            copy(from, partial);
        } catch (const SQLite::Exception& e) {
            throw StoreError(std::string("the backup failed: ") + e.what());
        }
    });
}

void backup(const std::filesystem::path& from, const std::filesystem::path& to) {
    Connection source(from, Connection::Mode::read_only);
    backup(source, to);
}

}  // namespace canteen
