#include "canteen/admin/read_line.h"

#include "canteen/app/sessions/permissions.h"
#include "canteen/crypto/hash.h"

namespace canteen {
namespace {

std::string who(const PersonRead& read, const Device* device) {
    if (read.actor.person && read.actor.person->kind == PersonKind::os_user)
        return "os_user " + std::to_string(uid_of(*read.actor.person));
    if (device) return std::string(name_of(device->role)) + " " + device->name;
    return std::string(name_of(read.actor.role)) + " " + to_hex(as_view(read.actor.device.bytes));
}

std::string of_whom(const PersonRead& read, const Member* member) {
    if (read.member.is_nil()) return "several persons";
    return member ? member->number : to_hex(as_view(read.member.bytes));
}

}  // namespace

std::string read_line(const PersonRead& read, const Device* device, const Member* member) {
    return to_string(date_at_site(read.time)) + " " + to_string(minute_at_site(read.time)) + "  " + who(read, device) +
           "  " + read.what + "  " + of_whom(read, member);
}

}  // namespace canteen
