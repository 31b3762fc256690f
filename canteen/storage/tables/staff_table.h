// Who works in the canteen; name, roles and dates sealed under the person's own key. Thread of the connection.
#pragma once

#include <vector>

#include "canteen/app/codec.h"
#include "canteen/domain/model/staff.h"
#include "canteen/sqlite/connection.h"

namespace canteen {

class StaffTable {
public:
    StaffTable(Connection& db, const Codec& codec, Sealer& sealer) : db_(db), codec_(codec), sealer_(sealer) {}

    // These run within a transaction.
    void record(const StaffMember& staff, Seq seq);
    void end(StaffId staff);
    void unlock(StaffId staff, Timestamp at);
    void note_pin(StaffId staff, Timestamp at);

    // Lists everybody, also who was ended.
    std::vector<StaffMember> all();

private:
    Connection& db_;
    const Codec& codec_;
    Sealer& sealer_;
};

}  // namespace canteen
