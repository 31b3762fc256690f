// The site's secrets, in a file of mode 0600 that is neither in the database nor in a backup. Without it sealed values
// are lost. Values; any thread.
#pragma once

#include <filesystem>
#include <stdexcept>

#include "canteen/crypto/locked_memory.h"
#include "canteen/crypto/random.h"

namespace canteen {

struct KeyFileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct SiteKeys {
    LockedKey site;         // wraps the data keys of persons
    LockedKey blind_index;  // finds an ID number without storing it
    LockedKey digest;       // for digests of commands
};

// Tells key files apart without giving the keys away.
Hash hash_of_keys(const SiteKeys& keys);

// The seed by which the site signs its journal's head: made from its keys, so that a restored site signs on.
LockedKey signing_seed_of(const SiteKeys& keys);

// Makes new keys and writes them; the file must not exist. Throws KeyFileError.
SiteKeys make_key_file(const std::filesystem::path& path, Random& random);
// Throws KeyFileError if the file is unreadable, damaged, or others may read it.
SiteKeys load_key_file(const std::filesystem::path& path);

}  // namespace canteen
