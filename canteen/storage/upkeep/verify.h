// Checks that a database is whole and honest: pages, the journal's chain from its first row, a rebuild that must come
// out the same, the ledger, the stock, and a head that was anchored outside. Works on a file at rest, or on a backup;
// changes nothing. Any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/storage/schema/journal.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {

struct VerifyReport {
    JournalHead head;                   // how far it was checked
    std::vector<std::string> findings;  // for a person to read, with the row's number; empty: all is well
    std::vector<Seq> unreadable;        // rows in which part of a text cannot be read; the rest of them is readable
    bool is_clean() const { return findings.empty(); }
};

// `anchored` is a head noted outside earlier: the journal must still hold it, or its tail was cut off or written anew.
// The rebuild goes into `scratch_directory` and takes about the size of the database. Throws StoreError if the file
// cannot be opened for the check.
VerifyReport verify(const std::filesystem::path& path, const SiteKeys& keys, const Codec& codec,
                    const std::filesystem::path& scratch_directory, std::optional<JournalHead> anchored = std::nullopt);

// Checks the pages and the journal's chain, without the rebuild, as a file must be before it is served. Returns the
// newest row. Throws StoreError naming the first thing wrong.
JournalHead check_file(const std::filesystem::path& path, const SiteKeys& keys, const Codec& codec);

}  // namespace canteen
