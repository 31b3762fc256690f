// Files that lie beside each other on the disk, and the way a file becomes durable. Throws nothing but StoreError. Any
// thread.
#pragma once

#include <array>
#include <filesystem>
#include <functional>

namespace canteen {

// Endings of the files that SQLite keeps beside a database. A file with another database's log beside it is read as
// that other database.
inline constexpr std::array database_endings{"-wal", "-shm", "-journal"};

// Returns false for a link to nowhere. Throws StoreError if it cannot find out.
bool is_there(const std::filesystem::path& path);

// Makes the file under another name and renames it once it is whole and on the disk, so that a crash leaves nothing
// half-made. Throws StoreError if the file, or a log of a database of its name, exists already.
void make_file_durably(const std::filesystem::path& path,
                       const std::function<void(const std::filesystem::path& partial)>& make);

// Makes a new and empty file that nobody else may read. Throws StoreError.
void make_private_file(const std::filesystem::path& path);
// Throws StoreError.
void keep_private(const std::filesystem::path& path);
void move_file(const std::filesystem::path& from, const std::filesystem::path& to);
void sync_file(const std::filesystem::path& path);
// Makes what was made, moved or removed in the directory last through a power cut.
void sync_directory(const std::filesystem::path& directory);
// Removes the file and what SQLite or a lock left beside it; files that are not there do not matter.
void remove_database(const std::filesystem::path& path) noexcept;
// Makes the path absolute first, so that it has a parent.
std::filesystem::path directory_of(const std::filesystem::path& path);

}  // namespace canteen
