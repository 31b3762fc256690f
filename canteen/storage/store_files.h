// What lies beside each other on the disk, and how a file becomes durable. Any thread.
#pragma once

#include <filesystem>
#include <functional>

namespace canteen {

// Makes the file under another name and gives it its own when it is whole and on the disk, so that a crash leaves
// nothing half-made. Throws StoreError if the file exists already.
void make_file_durably(const std::filesystem::path& path,
                       const std::function<void(const std::filesystem::path& partial)>& make);

}  // namespace canteen
