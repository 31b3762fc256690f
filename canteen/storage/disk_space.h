// Watches the disk under the database, and keeps a ballast file: when space runs low it is given back, so that
// hand-over, kitchen marks and shift close go on while new orders are refused. Writer thread.
#pragma once

#include <cstdint>
#include <filesystem>

namespace canteen {

inline constexpr std::uint64_t default_low_storage_bytes = 64ULL * 1024 * 1024;
inline constexpr std::uint64_t default_ballast_bytes = 64ULL * 1024 * 1024;

struct SpaceLimits {
    std::uint64_t low_bytes = default_low_storage_bytes;
    std::uint64_t ballast_bytes = default_ballast_bytes;  // 0: none
};

class DiskSpace {
public:
    DiskSpace(const std::filesystem::path& database, SpaceLimits limits);

    // True below the low mark. Gives the ballast back when that is first so, and takes it again when there is room for
    // it above the mark.
    bool is_low();

private:
    std::uint64_t free_bytes() const;
    void take_ballast();

    std::filesystem::path directory_;
    std::filesystem::path ballast_;
    SpaceLimits limits_;
    bool has_ballast_ = false;
};

}  // namespace canteen
