// A directory of the test's own, gone when it ends.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>

namespace canteen::till::test {

class ScratchDir {
public:
    ScratchDir() {
        auto name = (quick_directory() / "till-XXXXXX").string();
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
    // Returns a directory in memory, where there is one: the cost of a real fsync is no part of these tests.
    static std::filesystem::path quick_directory() {
        std::error_code none_there;
        const std::filesystem::path in_memory = "/dev/shm";
        return std::filesystem::is_directory(in_memory, none_there) ? in_memory
                                                                    : std::filesystem::temp_directory_path();
    }

    std::filesystem::path path_;
};

}  // namespace canteen::till::test
