// What lies beside each other on the disk, and how a file becomes durable. Nothing but StoreError is thrown. Any
// thread.
#pragma once

#include <array>
#include <filesystem>
#include <functional>

namespace canteen {

// What SQLite keeps beside a database. With another database's log beside it a file is read as that other one.
inline constexpr std::array database_endings{"-wal", "-shm", "-journal"};

// A link to nowhere is nothing. Throws StoreError if that cannot be found out.
bool is_there(const std::filesystem::path& path);

// Makes the file under another name and gives it its own when it is whole and on the disk, so that a crash leaves
// nothing half-made. Throws StoreError if the file, or a log of a database of its name, exists already.
void make_file_durably(const std::filesystem::path& path,
                       const std::function<void(const std::filesystem::path& partial)>& make);

// A new and empty file that nobody else may read. Throws StoreError.
void make_private_file(const std::filesystem::path& path);
// Throws StoreError.
void keep_private(const std::filesystem::path& path);
void move_file(const std::filesystem::path& from, const std::filesystem::path& to);
void sync_file(const std::filesystem::path& path);
// What was made, moved or removed in it is so after a power cut, too.
void sync_directory(const std::filesystem::path& directory);
// The file and what SQLite or a lock left beside it; what is not there is no matter.
void remove_database(const std::filesystem::path& path) noexcept;
// Absolute, so that it has a parent.
std::filesystem::path directory_of(const std::filesystem::path& path);

}  // namespace canteen
