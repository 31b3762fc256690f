#include "canteen/storage/tables/staff_pin_table.h"

#include "canteen/storage/sealing/secure_delete.h"
#include "canteen/storage/sealing/sodium_sealer.h"

namespace canteen {
namespace {

std::string pin_context(StaffId staff) {
    return std::string(as_view(hash_of({"canteen staff pin", as_view(staff.bytes)})));
}

}  // namespace

void StaffPinTable::put(StaffId staff, const std::string& verifier) {
    erase(staff);
    const auto sealed = seal_under(site_key_, pin_context(staff), verifier);
    db_.query("INSERT INTO staff_pin (staff, sealed) VALUES (?, ?)").with(staff, Blob{sealed}).run();
}

void StaffPinTable::erase(StaffId staff) {
    SecureDelete zeros(db_);
    db_.query("DELETE FROM staff_pin WHERE staff = ?").with(staff).run();
}

std::map<StaffId, std::string> StaffPinTable::all() {
    std::map<StaffId, std::string> pins;
    auto rows = db_.query("SELECT staff, sealed FROM staff_pin");
    while (rows.next()) {
        const auto staff = rows.id<StaffId>(0);
        pins[staff] = unseal_under(site_key_, pin_context(staff), rows.view(1));
    }
    return pins;
}

}  // namespace canteen
