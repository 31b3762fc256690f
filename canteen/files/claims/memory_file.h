// A file that lies in memory alone, for a library that writes to paths: its content never reaches a disk. One thread.
#pragma once

#include <string>

namespace canteen {

class MemoryFile {
public:
    // Throws std::system_error.
    explicit MemoryFile(const char* name);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    // A path that works for this process, while the object lives.
    const std::string& path() const { return path_; }
    // All that was written. Throws std::system_error.
    std::string bytes() const;

private:
    int handle_;
    std::string path_;
};

}  // namespace canteen
