#include "canteen/storage/disk/disk_space.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "canteen/app/store.h"
#include "canteen/storage/disk/store_files.h"

namespace canteen {

DiskSpace::DiskSpace(const std::filesystem::path& database, SpaceLimits limits)
    : directory_(std::filesystem::absolute(database).parent_path()),
      ballast_(database.string() + ".ballast"),
      limits_(limits) {
    std::error_code absent;
    has_ballast_ = std::filesystem::file_size(ballast_, absent) >= limits_.ballast_bytes && !absent;
    is_low();
}

bool DiskSpace::is_low() {
    auto free = free_bytes();
    if (limits_.ballast_bytes == 0) return free < limits_.low_bytes;
    if (!has_ballast_) {
        if (free < limits_.low_bytes + limits_.ballast_bytes) return true;
        take_ballast();
        return !has_ballast_;
    }
    if (free >= limits_.low_bytes) return false;
    std::error_code ignored;
    std::filesystem::remove(ballast_, ignored);
    has_ballast_ = false;
    return true;
}

std::uint64_t DiskSpace::free_bytes() const {
    struct statvfs disk{};
    if (::statvfs(directory_.c_str(), &disk) != 0) return 0;
    return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

void DiskSpace::take_ballast() {
    int file = ::open(ballast_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) return;
    has_ballast_ = ::posix_fallocate(file, 0, static_cast<off_t>(limits_.ballast_bytes)) == 0;
    ::close(file);
    if (has_ballast_) return;
    std::error_code ignored;
    std::filesystem::remove(ballast_, ignored);
}

std::uint64_t size_of_database(const std::filesystem::path& database) {
    if (!is_there(database)) throw StoreError(database.string() + " does not exist");
    std::error_code absent;
    std::uint64_t size = 0;
    for (const auto& file : {database.string(), database.string() + "-wal"}) {
        const auto bytes = std::filesystem::file_size(file, absent);
        if (!absent) size += bytes;
    }
    return size;
}

void require_room(const std::filesystem::path& directory, std::uint64_t bytes, const std::filesystem::path& database) {
    struct statvfs disk{};
    struct stat place{}, own{};
    if (::statvfs(directory.c_str(), &disk) != 0 || ::stat(directory.c_str(), &place) != 0)
        throw StoreError("cannot look at " + directory.string() + ": " + std::generic_category().message(errno));
    const bool is_own_disk = ::stat(database.c_str(), &own) == 0 && own.st_dev == place.st_dev;
    const std::uint64_t needed = bytes + (is_own_disk ? left_by_copies_bytes : 0);
    const std::uint64_t free = static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
    if (free >= needed) return;
    constexpr std::uint64_t mib = 1024ULL * 1024;
    throw StoreError("no room in " + directory.string() + ": " + std::to_string(needed / mib + 1) +
                     " MiB are needed, " + std::to_string(free / mib) + " MiB are free");
}

}  // namespace canteen
