// Golden files: bytes written once and kept. With CANTEEN_WRITE_GOLDEN=1 in the environment, one that is missing is
// written; none is ever written again.
#pragma once

#include <string>

namespace canteen {

bool writes_golden();
// Folder of the golden files.
std::string golden_path(const std::string& name);
std::string read_file(const std::string& path);  // "" if there is none
void write_file(const std::string& path, const std::string& content);

// The bytes kept under `name`; those given are written first if there are none and writing is on.
std::string golden_bytes(const std::string& name, const std::string& bytes);

}  // namespace canteen
