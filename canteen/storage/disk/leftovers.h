// Files that a command makes for a while carry its process's number, so that those of a process that was killed can be
// told from those in use: they hold keys of people who may be erased meanwhile. Any thread.
#pragma once

#include <filesystem>
#include <string>

namespace canteen {

// Returns the file's name while this process makes it.
std::filesystem::path partial_name_of(const std::filesystem::path& path);
// Returns the name of a file in the directory for this process alone: "check-4711.db".
std::filesystem::path scratch_name_in(const std::filesystem::path& directory, const std::string& what);

// Removes what killed processes left of this file.
void sweep_partials_of(const std::filesystem::path& path) noexcept;
// Removes all that killed processes left in the directory; returns how many files.
std::size_t sweep_leftovers(const std::filesystem::path& directory) noexcept;

}  // namespace canteen
