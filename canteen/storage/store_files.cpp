#include "canteen/storage/store_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "canteen/app/store.h"

namespace canteen {
namespace {

void sync(const std::filesystem::path& path, int flags) {
    int file = ::open(path.c_str(), flags | O_CLOEXEC);
    bool synced = file >= 0 && ::fsync(file) == 0;
    auto reason = errno;
    if (file >= 0) ::close(file);
    if (!synced) throw StoreError("cannot sync " + path.string() + ": " + std::generic_category().message(reason));
}

}  // namespace

void make_file_durably(const std::filesystem::path& path,
                       const std::function<void(const std::filesystem::path& partial)>& make) {
    if (std::filesystem::exists(path)) throw StoreError(path.string() + " exists already");
    auto partial = path;
    partial += ".partial";
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    try {
        make(partial);
        sync(partial, O_RDONLY);
        std::filesystem::rename(partial, path);
    } catch (...) {
        std::filesystem::remove(partial, ignored);
        throw;
    }
    sync(std::filesystem::absolute(path).parent_path(), O_RDONLY | O_DIRECTORY);
}

}  // namespace canteen
