#include "canteen/cli/restore.h"

#include <string>

#include "canteen/engine/engine.h"
#include "canteen/net/admin_client.h"
#include "canteen/storage/disk/disk_space.h"
#include "canteen/storage/disk/leftovers.h"
#include "canteen/storage/disk/lock_file.h"
#include "canteen/storage/disk/store_files.h"
#include "canteen/storage/sealing/key_file.h"
#include "canteen/storage/upkeep/backup.h"
#include "canteen/storage/upkeep/verify.h"

namespace canteen {
namespace {

// Checks the socket as well as the lock: deleting canteen.db.lock with the database leaves the server its socket.
void require_no_server(const Config& config) {
    if (admin_listens(config.admin_socket().string()))
        throw StoreInUse("a server runs in " + config.directory.string() + ": stop it first");
}

// Returns "20260414-110500", in the site's time.
std::string stamp_of(Timestamp now) {
    auto text = to_string(date_at_site(now)) + "-" + to_string(minute_at_site(now));
    std::erase_if(text, [](char c) { return c == ':'; });
    return text;
}

// Returns a name that nothing has yet, so that restoring twice in a minute loses nothing.
std::filesystem::path place_aside(const std::filesystem::path& database, Timestamp now) {
    const auto name = database.string() + ".before-restore-" + stamp_of(now);
    auto free = name;
    const auto is_taken = [&free] {
        if (is_there(free)) return true;
        for (const auto* ending : database_endings)
            if (is_there(free + ending)) return true;
        return false;
    };
    for (int n = 2; is_taken(); ++n) free = name + "-" + std::to_string(n);
    return free;
}

// Moves the database first: without its log it must never be opened, and nobody opens a log alone.
std::vector<std::filesystem::path> keep_aside(const std::filesystem::path& database, Timestamp now) {
    const auto aside = place_aside(database, now);
    std::vector<std::filesystem::path> kept;
    for (const auto* ending : {"", "-wal", "-shm", "-journal"}) {
        if (!is_there(database.string() + ending)) continue;
        kept.emplace_back(aside.string() + ending);
        move_file(database.string() + ending, kept.back());
    }
    sync_directory(directory_of(database));
    return kept;
}

// A database that is not in its place yet: a copy of the backup, brought up to this program's version, with a new
// epoch, and sound.
class Candidate {
public:
    explicit Candidate(const std::filesystem::path& database) : path_(partial_name_of(database)) {
        sweep_partials_of(database);
        remove_database(path_);
    }
    Candidate(const Candidate&) = delete;
    Candidate& operator=(const Candidate&) = delete;
    ~Candidate() { remove_database(path_); }

    const std::filesystem::path& path() const { return path_; }
    // Returns the backup's newest row.
    Seq make(const Config& config, const std::filesystem::path& from, Timestamp now) {
        const auto keys = load_key_file(config.key_file);
        ProtobufCodec codec;
        const auto seq = backup(from, path_);
        start_epoch_of(path_, config.site, keys, now);
        check_file(path_, keys, codec);
        return seq;
    }
    void put_to(const std::filesystem::path& database) {
        require_whole_file();
        sync_file(path_);
        move_file(path_, database);
        sync_directory(directory_of(database));
    }

private:
    // Accepts an empty log, which a reader leaves; one with something in it would be lost by moving the file alone.
    void require_whole_file() {
        for (const auto* ending : {"-wal", "-journal"}) {
            std::error_code absent;
            const auto bytes = std::filesystem::file_size(path_.string() + ending, absent);
            if (!absent && bytes > 0) throw StoreError(path_.string() + " is still written");
        }
    }

    std::filesystem::path path_;
};

}  // namespace

Restored restore_canteen(const Config& config, const std::filesystem::path& from, std::unique_ptr<Clock> host_clock) {
    require_no_server(config);
    LockFile lock(config.database());
    const auto now = host_clock->now();
    require_room(config.directory, size_of_database(from), from);
    Candidate candidate(config.database());
    Restored restored;
    restored.seq = candidate.make(config, from, now);
    restored.kept_aside = keep_aside(config.database(), now);
    if (!restored.kept_aside.empty()) restored.undone = undone_by(candidate.path(), restored.kept_aside.front());
    candidate.put_to(config.database());
    return restored;
}

}  // namespace canteen
