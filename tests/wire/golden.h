// Golden files: bytes written once and kept. With CANTEEN_WRITE_GOLDEN=1 in the environment, one that is missing is
// written; none is ever written again.
#pragma once

#include <string>

namespace canteen {

bool writes_golden();
// Returns the path of a golden file.
std::string golden_path(const std::string& name);
std::string read_file(const std::string& path);  // "" if there is none
void write_file(const std::string& path, const std::string& content);

// Returns the bytes kept under `name`; writes the given ones first if there are none and writing is on.
std::string golden_bytes(const std::string& name, const std::string& bytes);

}  // namespace canteen
