// Watches the disk under the database, and keeps a ballast file: when space runs low it is given back, so that
// hand-over, kitchen marks and shift close go on while new orders are refused. Writer thread.
#pragma once

#include <cstdint>
#include <filesystem>

namespace canteen {

inline constexpr std::uint64_t default_low_storage_bytes = 64ULL * 1024 * 1024;
inline constexpr std::uint64_t default_ballast_bytes = 64ULL * 1024 * 1024;
// Space that a copy leaves free on the database's own disk: twice the low mark, for lunch goes on meanwhile.
inline constexpr std::uint64_t left_by_copies_bytes = 2 * default_low_storage_bytes;

struct SpaceLimits {
    std::uint64_t low_bytes = default_low_storage_bytes;
    std::uint64_t ballast_bytes = default_ballast_bytes;  // 0: none
};

class DiskSpace {
public:
    DiskSpace(const std::filesystem::path& database, SpaceLimits limits);

    // Returns true below the low mark. Gives the ballast back when space first runs low, and takes it again when there
    // is room for it above the mark.
    bool is_low();

private:
    std::uint64_t free_bytes() const;
    void take_ballast();

    std::filesystem::path directory_;
    std::filesystem::path ballast_;
    SpaceLimits limits_;
    bool has_ballast_ = false;
};

// Returns the bytes that the database and its log take now. Throws StoreError. Any thread.
std::uint64_t size_of_database(const std::filesystem::path& database);
// Throws StoreError if the directory's disk has no room for so many bytes; on the database's own disk the space that a
// copy leaves free counts, too. Any thread.
void require_room(const std::filesystem::path& directory, std::uint64_t bytes, const std::filesystem::path& database);

}  // namespace canteen
