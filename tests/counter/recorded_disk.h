// Records every write, cut and sync that SQLite does to a disk, in their order, and puts the files together as a crash
// would have left them after any of them. While one lives, databases that are opened go through it. One thread.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace canteen::till::test {

// How much a crash takes with it.
enum class Loss : std::uint8_t {
    nothing,        // the process was killed: what it wrote is there
    all_unsynced,   // the power was cut, and whatever had not been synced is gone
    first_unsynced  // of that, only the first write of each file is gone: disks write in any order
};

class RecordedDisk {
public:
    RecordedDisk();
    ~RecordedDisk();
    RecordedDisk(const RecordedDisk&) = delete;
    RecordedDisk& operator=(const RecordedDisk&) = delete;

    // From here on nothing is recorded any more.
    void stop() { is_stopped_ = true; }
    // Counts what was done so far.
    std::size_t steps() const { return steps_.size(); }
    // Puts the files of the directory that was recorded, as they were after so many steps, into another one. SQLite's
    // index of its log, which is only memory, is none of them.
    void put_image(std::size_t after, Loss loss, const std::filesystem::path& directory) const;

private:
    enum class Kind : std::uint8_t { write, cut, sync, remove };
    struct Step {
        Kind kind;
        std::string file;
        std::int64_t at = 0;  // of a cut the size it leaves
        std::string bytes{};
    };
    static bool is_lost(const std::vector<const Step*>& unsynced, const Step* step, Loss loss);
    static void take(std::string& contents, const Step& step);
    void note(Kind kind, sqlite3_file* file, std::int64_t at = 0, std::string bytes = {});

    static int open(sqlite3_vfs* disk, const char* name, sqlite3_file* file, int flags, int* out_flags);
    static int remove(sqlite3_vfs* disk, const char* name, int sync_folder);
    static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at);
    static int cut(sqlite3_file* file, sqlite3_int64 size);
    static int sync(sqlite3_file* file, int flags);
    static int close(sqlite3_file* file);

    // A file that is open: its name, SQLite's own way to it, and ours.
    struct Open {
        std::string name;
        const sqlite3_io_methods* real = nullptr;
        sqlite3_io_methods ours{};
    };
    static RecordedDisk* current;
    sqlite3_vfs* real_ = nullptr;
    sqlite3_vfs ours_{};
    std::map<sqlite3_file*, Open> open_;
    std::vector<Step> steps_;
    bool is_stopped_ = false;
};

}  // namespace canteen::till::test
