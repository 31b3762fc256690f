// Finds what was decided since a restored backup was made: whom to shut out and to erase again. Any thread.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace canteen {

struct Undone {
    std::vector<std::string> revoked;  // names of devices that live again
    std::vector<std::string> erased;   // numbers of members whose data keys are there again
    bool operator==(const Undone&) const = default;
};

// Returns nothing from a file that can no longer be read.
Undone undone_by(const std::filesystem::path& restored, const std::filesystem::path& before) noexcept;

}  // namespace canteen
