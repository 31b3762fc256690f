#include "canteen/files/claims/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace canteen {
namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

MemoryFile::MemoryFile(const char* name)
    : handle_(memfd_create(name, MFD_CLOEXEC)), path_("/proc/self/fd/" + std::to_string(handle_)) {
    if (handle_ < 0) fail("a file in memory cannot be made");
}

MemoryFile::~MemoryFile() {
    close(handle_);
}

std::string MemoryFile::bytes() const {
    std::string all;
    std::array<char, 64 * 1024> part;
    while (true) {
        const auto read = pread(handle_, part.data(), part.size(), static_cast<off_t>(all.size()));
        if (read < 0) fail("a file in memory cannot be read");
        if (read == 0) return all;
        all.append(part.data(), static_cast<std::size_t>(read));
    }
}

}  // namespace canteen
