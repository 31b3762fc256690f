// One connection to a database file, with this project's settings and with its prepared statements. One thread.
#pragma once

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

#include "canteen/sqlite/query.h"

namespace canteen {

// Checkpoints cut the WAL file back to this.
inline constexpr std::int64_t journal_size_limit_bytes = 64 * 1024 * 1024;
// About 40 MiB: longer pauses between checkpoints gave the best worst-case times.
inline constexpr int wal_autocheckpoint_pages = 10'000;
inline constexpr int cache_kib = 16 * 1024;
inline constexpr int busy_wait_ms = 2'000;

// Statement text that lives as long as the program, so that its address identifies it.
struct Sql {
    const char* text;
    consteval Sql(const char* literal) : text(literal) {}
};

class Connection {
public:
    enum class Mode {
        create,      // the file must not exist yet
        read_write,  // must exist
        read_only,   // must exist; also a file at rest that nobody may change
        scratch,     // made anew, quick and not crash-safe: a rebuild under way
    };

    // Throws StoreError.
    Connection(const std::filesystem::path& path, Mode mode);

    // Lends the statement until the SqlQuery goes. Never lend the same statement twice at a time.
    SqlQuery query(Sql sql);
    // Runs several statements without parameters.
    void exec(const std::string& sql) { database_->exec(sql); }
    // Returns a pragma's numeric value.
    std::int64_t pragma(const std::string& name);
    // Writes the WAL back and cuts it to nothing, outside a transaction. Returns false if a reader is in the way: it
    // does not wait.
    bool cut_wal();

    SQLite::Database& raw() { return *database_; }

private:
    std::unique_ptr<SQLite::Database> database_;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> statements_;
};

}  // namespace canteen
