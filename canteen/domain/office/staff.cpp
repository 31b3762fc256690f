#include "canteen/domain/office/staff.h"

#include <algorithm>
#include <set>
#include <utility>

#include "canteen/domain/base/text.h"
#include "canteen/domain/model/command_kinds.h"

namespace canteen {

namespace {

// Null: nothing is wrong.
const char* fault_of(const StaffMember& staff) {
    if (staff.name.empty() || staff.name.size() > max_staff_name_bytes || !is_plain_text(staff.name)) return "name";
    const std::set<StaffRole> roles(staff.roles.begin(), staff.roles.end());
    if (roles.empty() || roles.size() != staff.roles.size()) return "roles";
    const auto& [from, to] = staff.valid;
    return from && to && *to < *from ? "valid" : nullptr;
}

const StaffMember* staff_in(const Canteen& state, StaffId id) {
    const auto found = state.staff.find(id);
    return found == state.staff.end() ? nullptr : &found->second;
}

template <class Happened>
Outcome on_staff(const Canteen& state, StaffId id, Timestamp now) {
    if (!staff_in(state, id)) return refuse(RejectionCode::staff_unknown);
    return Events{Happened{id, now}};
}

}  // namespace

Outcome decide_put_staff(const Canteen& state, const PutStaff& command) {
    StaffMember staff = command.staff;
    const auto* known = staff_in(state, staff.id);
    const char* fault = staff.id.is_nil() ? "id" : fault_of(staff);
    if (!fault && !known && state.staff.size() >= max_staff) fault = "count";
    if (fault) return refuse(RejectionCode::staff_invalid, {param("what", fault)});
    if (known && known->ended) return refuse(RejectionCode::staff_unknown);
    staff.ended = false;
    staff.unlocked_at = known ? known->unlocked_at : Timestamp{};
    staff.pin_set_at = known ? known->pin_set_at : Timestamp{};
    if (known && *known == staff) return Events{};
    return Events{StaffRecorded{std::move(staff)}};
}

Outcome decide_end_staff(const Canteen& state, const EndStaff& command, Timestamp now) {
    const auto* known = staff_in(state, command.staff);
    if (known && known->ended) return Events{};
    return on_staff<StaffEnded>(state, command.staff, now);
}

Outcome decide_unlock_staff(const Canteen& state, const UnlockStaff& command, Timestamp now) {
    return on_staff<StaffUnlocked>(state, command.staff, now);
}

Outcome decide_note_staff_pin(const Canteen& state, const NoteStaffPin& command, Timestamp now) {
    const auto* known = staff_in(state, command.staff);
    if (known && known->ended) return refuse(RejectionCode::staff_unknown);
    return on_staff<StaffPinSet>(state, command.staff, now);
}

Refusal check_person(const Canteen& state, const Actor& actor, const CommandBody& body, Timestamp now) {
    const auto& wanted = kind_of(body).staff;
    if (actor.role != Role::till || wanted.empty() || state.staff.empty()) return {};
    const auto may = [&](const Bytes16& id) {
        const auto* staff = staff_in(state, {id});
        return staff && staff->works_on(date_at_site(now)) &&
               std::any_of(staff->roles.begin(), staff->roles.end(), [&](StaffRole role) { return wanted.has(role); });
    };
    const bool is_staff = actor.person && actor.person->kind == PersonKind::staff;
    if (is_staff && (may(actor.person->id) || may(actor.person->second))) return {};
    return refuse(RejectionCode::person_not_permitted, {param("command", std::string(name_of(body)))});
}

}  // namespace canteen
