#include "canteen/files/disk_file.h"

#include <fstream>

#include "canteen/domain/base/operator_error.h"

namespace canteen {

void write_new(const std::filesystem::path& path, const std::string& text) {
    if (std::filesystem::exists(path)) throw OperatorError(path.string() + " is there already");
    std::ofstream file(path, std::ios::binary);
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    file << text;
    file.close();
    if (!file) throw OperatorError(path.string() + " cannot be written");
}

}  // namespace canteen
