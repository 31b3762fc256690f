#include "canteen/storage/disk_space.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <system_error>

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
    struct statvfs disk {};
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

}  // namespace canteen
