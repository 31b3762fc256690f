// A till's directory: its key, its outbox, and who uses it. One process at a time sells from it.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "canteen/crypto/sign.h"

namespace canteen::till {

// The directory is in use, not paired, or does not hold what it should.
struct TillDirectoryError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class TillDirectory {
public:
    // Makes it (mode 0700) if there is none, and holds its lock until destroyed. Files made by this process from here
    // on are the user's own (umask 077). Throws TillDirectoryError if another process holds the lock.
    explicit TillDirectory(std::filesystem::path directory);
    ~TillDirectory();
    TillDirectory(const TillDirectory&) = delete;
    TillDirectory& operator=(const TillDirectory&) = delete;

    // Returns true if no process holds its lock.
    static bool is_free(const std::filesystem::path& directory);

    std::filesystem::path outbox_file() const { return outbox_file_in(directory_); }
    static std::filesystem::path outbox_file_in(const std::filesystem::path& directory) {
        return directory / "till.db";
    }
    std::filesystem::path prints_file() const { return directory_ / "prints.db"; }

    // The till's key, made at the first call (mode 0600). Throws TillDirectoryError, also if others may read it: it
    // opens what the till keeps of persons.
    SigningSeed key(Random& random) const;
    // A new key (mode 0600), which takes the old one's place only by keep_new_key(): until the server knows it, the old
    // one is good. Throws TillDirectoryError.
    SigningSeed new_key(Random& random) const;
    void keep_new_key() const;

    // Sets the outbox aside under a name of now, and returns it. Nobody has it open. Throws TillDirectoryError.
    std::filesystem::path set_outbox_aside() const;

private:
    void sync_folder() const;

    std::filesystem::path directory_;
    int lock_ = -1;
};

}  // namespace canteen::till
