// Makes a database anew from the journal, by the same projection that made it row by row. Works on a file at rest, or
// on a backup; only reads the source.
#pragma once

#include <filesystem>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/sqlite/connection.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {

// Writes a whole new database to `out`, which must not exist. Throws StoreError naming the row that cannot be read.
void rebuild(const std::filesystem::path& from, const SiteKeys& keys, const Codec& codec,
             const std::filesystem::path& out);

// Fills the empty scratch database with everything but the journal. Returns the rows that hold a text which cannot be
// read whole.
std::vector<Seq> rebuild_tables(Connection& from, const SiteKeys& keys, const Codec& codec, Connection& scratch);

}  // namespace canteen
