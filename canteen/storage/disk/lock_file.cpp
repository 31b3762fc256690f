#include "canteen/storage/disk/lock_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace canteen {

LockFile::LockFile(const std::filesystem::path& database) {
    auto path = database.string() + ".lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) throw StoreError("cannot open " + path + ": " + std::generic_category().message(errno));
    if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return;
    auto reason = errno;
    ::close(file_);
    if (reason == EWOULDBLOCK) throw StoreInUse(database.string() + " is in use by another process");
    throw StoreError("cannot lock " + path + ": " + std::generic_category().message(reason));
}

// The file stays: removing it would let two processes lock two different files of one name.
LockFile::~LockFile() {
    ::close(file_);
}

}  // namespace canteen
