// One process at a time writes a database: it holds this lock. The kernel lets go of it however the process ends.
#pragma once

#include <filesystem>

#include "canteen/app/store.h"

namespace canteen {

// Thrown if another process writes this database.
struct StoreInUse : StoreError {
    using StoreError::StoreError;
};

class LockFile {
public:
    // Locks the database at `database`. Throws StoreInUse at once, without waiting.
    explicit LockFile(const std::filesystem::path& database);
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;
    ~LockFile();

private:
    int file_ = -1;
};

}  // namespace canteen
