// Entries that were put aside as unprocessable, beside the journal: their bytes are sealed, for nobody knows what is in
// them. Kept, not projected. Thread of the connection.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "canteen/app/store.h"
#include "canteen/sqlite/connection.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {

struct AsideEntry {
    Timestamp time;
    DeviceId device;
    std::string device_name;  // "" for the server's own
    std::uint64_t device_seq = 0;
    CommandId command;
    std::string why;
    std::string entry;  // the bytes as they came
};

class AsideTable {
public:
    AsideTable(Connection& db, const Key& site_key) : db_(db), site_key_(site_key) {}

    // `row.aside` must be set. Within a transaction.
    void put(const RefusedRow& row);
    // Lists the oldest first. Throws UnsealError.
    std::vector<AsideEntry> all();

private:
    Connection& db_;
    Key site_key_;
};

// Reads through a read-only connection. Any thread. Throws StoreError, UnsealError.
std::vector<AsideEntry> read_aside(const std::filesystem::path& database, const SiteKeys& keys);

}  // namespace canteen
