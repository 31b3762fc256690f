// A directory of the test's own, gone when it ends.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>

namespace canteen::till::test {

class ScratchDir {
public:
    ScratchDir() {
        auto name = (std::filesystem::temp_directory_path() / "till-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~ScratchDir() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchDir(const ScratchDir&) = delete;
    ScratchDir& operator=(const ScratchDir&) = delete;
    std::filesystem::path operator/(const char* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

}  // namespace canteen::till::test
