// `canteen-server schemes test FILE...`: runs the worked cases of scheme files, also of files never seen before.
#pragma once

#include <filesystem>
#include <ostream>
#include <vector>

namespace canteen {

// Names each failing case, and each file that cannot be read or holds a step that is not read; last "N passed, N
// failed" over all files. Counts a file that cannot be read as one failed. Returns the exit code: 1 if any failed, else
// 0.
int test_schemes(const std::vector<std::filesystem::path>& files, std::ostream& out);

}  // namespace canteen
