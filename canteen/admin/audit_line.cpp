#include "canteen/admin/audit_line.h"

#include "canteen/app/sessions/permissions.h"
#include "canteen/crypto/hash.h"

namespace canteen {
namespace {

std::string line(Timestamp time, const std::string& who, const std::string& what, const std::string& of) {
    return to_string(date_at_site(time)) + " " + to_string(minute_at_site(time)) + "  " + who + "  " + what + "  " + of;
}

std::string device_words(const Actor& actor, const Device* device) {
    if (device) return std::string(name_of(device->role)) + " " + device->name;
    const std::string role(name_of(actor.role));
    return actor.device.is_nil() ? role : role + " " + to_hex(as_view(actor.device.bytes));
}

std::string staff_words(const Bytes16& id, const std::map<StaffId, StaffMember>& staff) {
    const auto known = staff.find(StaffId{id});
    return known == staff.end() || known->second.name.empty() ? to_hex(as_view(id)) : known->second.name;
}

std::string of_whom(const PersonRead& read, const Member* member) {
    if (read.member.is_nil()) return "several persons";
    return member ? member->number : to_hex(as_view(read.member.bytes));
}

}  // namespace

std::string who_acted(const Actor& actor, const Device* device, const std::map<StaffId, StaffMember>& staff) {
    const auto on = device_words(actor, device);
    if (!actor.person) return on;
    const auto& person = *actor.person;
    switch (person.kind) {
        case PersonKind::os_user:
            return "os_user " + std::to_string(uid_of(person));
        case PersonKind::staff:
            return on + ": " + staff_words(person.id, staff) +
                   (person.second == Bytes16{} ? "" : ", with " + staff_words(person.second, staff));
        case PersonKind::member:
            return on + ": member " + to_hex(as_view(person.id));
        case PersonKind::guest:
            break;
    }
    return on + ": a guest";
}

std::string read_line(const PersonRead& read, const std::string& who, const Member* member) {
    return line(read.time, who, read.what, of_whom(read, member));
}

std::string act_line(const Act& act, const std::string& who) {
    return line(act.time, who, act.what, "row " + std::to_string(act.seq));
}

}  // namespace canteen
