#include "canteen/storage/disk/store_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "canteen/app/store.h"
#include "canteen/storage/disk/leftovers.h"

namespace canteen {
namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path, const std::string& why) {
    throw StoreError("cannot " + what + " " + path.string() + ": " + why);
}

void sync(const std::filesystem::path& path, int flags) {
    int file = ::open(path.c_str(), flags | O_CLOEXEC);
    bool synced = file >= 0 && ::fsync(file) == 0;
    auto reason = errno;
    if (file >= 0) ::close(file);
    if (!synced) fail("sync", path, std::generic_category().message(reason));
}

void require_room_for_name(const std::filesystem::path& path) {
    if (is_there(path)) throw StoreError(path.string() + " exists already");
    for (const auto* ending : database_endings)
        if (is_there(path.string() + ending))
            throw StoreError(path.string() + ending + " is another database's: move it away first");
}

}  // namespace

bool is_there(const std::filesystem::path& path) {
    std::error_code failed;
    bool there = std::filesystem::exists(path, failed);
    if (failed) fail("look at", path, failed.message());
    return there;
}

void make_file_durably(const std::filesystem::path& path,
                       const std::function<void(const std::filesystem::path& partial)>& make) {
    require_room_for_name(path);
    sweep_partials_of(path);
    const auto partial = partial_name_of(path);
    remove_database(partial);
    try {
        make(partial);
        sync_file(partial);
        move_file(partial, path);
    } catch (...) {
        remove_database(partial);
        throw;
    }
    remove_database(partial);  // it may have left a lock file
    sync_directory(directory_of(path));
}

void make_private_file(const std::filesystem::path& path) {
    int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) fail("make", path, std::generic_category().message(errno));
    ::close(file);
}

void keep_private(const std::filesystem::path& path) {
    std::error_code failed;
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 failed);
    if (failed) fail("keep to its owner", path, failed.message());
}

void move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::error_code failed;
    std::filesystem::rename(from, to, failed);
    if (failed) fail("move", from, failed.message());
}

void sync_file(const std::filesystem::path& path) {
    sync(path, O_RDONLY);
}

void sync_directory(const std::filesystem::path& directory) {
    sync(directory, O_RDONLY | O_DIRECTORY);
}

void remove_database(const std::filesystem::path& path) noexcept {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    for (const auto* ending : {"-wal", "-shm", "-journal", ".lock"})
        std::filesystem::remove(path.string() + ending, ignored);
}

std::filesystem::path directory_of(const std::filesystem::path& path) {
    std::error_code failed;
    auto absolute = std::filesystem::absolute(path, failed);
    if (failed) fail("find", path, failed.message());
    return absolute.parent_path();
}

}  // namespace canteen
