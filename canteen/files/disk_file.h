// Whole files read from the disk, and written for the operator, readable by them alone. Any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "canteen/files/result.h"

namespace canteen {

// Nothing is read of a file that is larger.
Result<std::string> read_whole(const std::filesystem::path& path, std::uintmax_t most_bytes);

// Never over a file that is there: it may have been handed in. Throws OperatorError.
void write_new(const std::filesystem::path& path, const std::string& text);

}  // namespace canteen
