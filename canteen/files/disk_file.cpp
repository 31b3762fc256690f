#include "canteen/files/disk_file.h"

#include <fstream>
#include <iterator>

#include "canteen/domain/base/operator_error.h"

namespace canteen {

Result<std::string> read_whole(const std::filesystem::path& path, std::uintmax_t most_bytes) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream in(path, std::ios::binary);
    if (error || !in) return FileError{0, 0, "", "cannot be opened"};
    if (size > most_bytes) return FileError{0, 0, "", "larger than " + std::to_string(most_bytes) + " bytes"};
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

void write_new(const std::filesystem::path& path, const std::string& text) {
    if (std::filesystem::exists(path)) throw OperatorError(path.string() + " is there already");
    std::ofstream file(path, std::ios::binary);
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    file << text;
    file.close();
    if (!file) throw OperatorError(path.string() + " cannot be written");
}

}  // namespace canteen
