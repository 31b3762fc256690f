// Verifiers of staff's PINs, beside the journal: sealed under the site's key, and gone when it is changed
// or its person is ended. Kept, not projected. Thread of the connection.
#pragma once

#include <map>
#include <string>

#include "canteen/domain/base/ids.h"
#include "canteen/sqlite/connection.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {

class StaffPinTable {
public:
    StaffPinTable(Connection& db, const Key& site_key) : db_(db), site_key_(site_key) {}

    // The person's only one. Within a transaction, as erase().
    void put(StaffId staff, const std::string& verifier);
    void erase(StaffId staff);
    // Throws UnsealError.
    std::map<StaffId, std::string> all();

private:
    Connection& db_;
    LockedKey site_key_;
};

}  // namespace canteen
