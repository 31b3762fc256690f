#include "canteen/wire/staff_wire.h"

#include "canteen/v1/staff.pb.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen {
namespace {

static_assert(v1::StaffRole_MAX == static_cast<int>(StaffRole::clerk));
static_assert(v1::PersonKind_MAX == static_cast<int>(PersonKind::guest));

constexpr std::string_view sealed_field = "sealed_staff";

void to_wire(const StaffMember& staff, v1::StaffBody& wire) {
    wire.set_name(staff.name);
    enums_to_wire(staff.roles, wire.mutable_roles());
    range_to_wire(staff.valid, wire);
}

StaffMember staff_from(StaffId id, const v1::StaffBody& wire, const Path& at) {
    StaffMember staff;
    staff.id = id;
    staff.name = text_from(wire.name(), max_client_text_bytes, at / "name");
    at_most(wire.roles(), max_staff_roles, at / "roles");
    staff.roles = enums_from_wire<StaffRole>(wire.roles(), v1::StaffRole_MAX, at / "roles");
    staff.valid = range_from(wire, at);
    return staff;
}

template <class Wire>
StaffId staff_of(const Wire& wire, const Path& at) {
    return id_from<StaffId>(wire.staff_id(), at / "staff_id");
}

// The key of staff stands beside those of members: a person is a person.
MemberId key_holder(StaffId staff) {
    return {staff.bytes};
}

StaffRecorded recorded_from(const v1::StaffRecorded& wire, Seq seq, const Sealer& sealer, const Path& at) {
    const auto id = staff_of(wire, at);
    v1::StaffBody body;
    try {
        if (!parse(sealer.unseal(key_holder(id), seq, sealed_field, wire.sealed_staff()), body))
            throw Unreadable(at, "is no record of staff");
    } catch (const KeyDestroyed&) {
        StaffMember erased;
        erased.id = id;
        return {erased};
    }
    if (first_unknown(body)) throw Unreadable(at, "was written by a newer program");
    return {staff_from(id, body, at / "sealed_staff")};
}

template <class Happened>
void moment_to(const Happened& happened, v1::StaffMoment& wire) {
    wire.set_staff_id(bytes_of(happened.staff.bytes));
    wire.set_at_ms(happened.at.ms);
}

template <class Happened>
Happened moment_from(const v1::StaffMoment& wire, const Path& at) {
    return {staff_of(wire, at), instant_from(wire.at_ms(), at / "at_ms")};
}

}  // namespace

void to_wire(const Person& person, v1::Person& wire) {
    wire.set_kind(enum_to<v1::PersonKind>(person.kind));
    wire.set_id(bytes_of(person.id));
    if (person.second != Bytes16{}) wire.set_second(bytes_of(person.second));
}

Person from_wire(const v1::Person& wire, const Path& at) {
    if (wire.kind() == v1::OS_USER) throw Unreadable(at / "kind", "is said by the server's machine alone");
    Person person{
        enum_from<PersonKind>(wire.kind(), v1::PersonKind_MAX, at / "kind"), bytes16_from(wire.id(), at / "id"), {}};
    if (!wire.second().empty()) person.second = bytes16_from(wire.second(), at / "second");
    return person;
}

void to_wire(const PutStaff& put, v1::Command& wire) {
    wire.mutable_put_staff()->set_staff_id(bytes_of(put.staff.id.bytes));
    to_wire(put.staff, *wire.mutable_put_staff()->mutable_body());
}

void to_wire(const EndStaff& end, v1::Command& wire) {
    wire.mutable_end_staff()->set_staff_id(bytes_of(end.staff.bytes));
}

void to_wire(const UnlockStaff& unlock, v1::Command& wire) {
    wire.mutable_unlock_staff()->set_staff_id(bytes_of(unlock.staff.bytes));
}

std::optional<CommandBody> staff_body_from(const v1::Command& wire, const Path& at) {
    switch (wire.body_case()) {
        case v1::Command::kPutStaff: {
            const auto put = at / "put_staff";
            return PutStaff{staff_from(staff_of(wire.put_staff(), put), wire.put_staff().body(), put / "body")};
        }
        case v1::Command::kEndStaff:
            return EndStaff{staff_of(wire.end_staff(), at / "end_staff")};
        case v1::Command::kUnlockStaff:
            return UnlockStaff{staff_of(wire.unlock_staff(), at / "unlock_staff")};
        default:
            return std::nullopt;
    }
}

void to_wire(const StaffShown& shown, v1::Staff& wire) {
    wire.set_staff_id(bytes_of(shown.staff.id.bytes));
    to_wire(shown.staff, *wire.mutable_body());
    wire.set_ended(shown.staff.ended);
    wire.set_unlocked_at_ms(shown.staff.unlocked_at.ms);
    wire.set_pin_set_at_ms(shown.staff.pin_set_at.ms);
    for (const auto& pin : shown.pins) {
        auto& sealed = *wire.add_pins();
        sealed.set_device_id(bytes_of(pin.till.bytes));
        sealed.set_sealed(pin.sealed);
    }
}

StaffShown from_wire(const v1::Staff& wire, const Path& at) {
    StaffShown shown{staff_from(staff_of(wire, at), wire.body(), at / "body"), {}};
    shown.staff.ended = wire.ended();
    shown.staff.unlocked_at = instant_from(wire.unlocked_at_ms(), at / "unlocked_at_ms");
    shown.staff.pin_set_at = instant_from(wire.pin_set_at_ms(), at / "pin_set_at_ms");
    shown.pins = list_from(wire.pins(), max_own_items, at / "pins", [](const v1::SealedPin& pin, const Path& place) {
        return SealedPin{id_from<DeviceId>(pin.device_id(), place / "device_id"), pin.sealed()};
    });
    return shown;
}

void to_wire(const StaffRecorded& recorded, Seq seq, Sealer& sealer, v1::Event& wire) {
    auto& body = *wire.mutable_staff_recorded();
    body.set_staff_id(bytes_of(recorded.staff.id.bytes));
    v1::StaffBody plain;
    to_wire(recorded.staff, plain);
    body.set_sealed_staff(sealer.seal(key_holder(recorded.staff.id), seq, sealed_field, serialize_own(plain)));
}

void to_wire(const StaffEnded& ended, v1::Event& wire) {
    moment_to(ended, *wire.mutable_staff_ended());
}

void to_wire(const StaffUnlocked& unlocked, v1::Event& wire) {
    moment_to(unlocked, *wire.mutable_staff_unlocked());
}

void to_wire(const StaffPinSet& set, v1::Event& wire) {
    moment_to(set, *wire.mutable_staff_pin_set());
}

std::optional<Event> staff_event_from(const v1::Event& wire, Seq seq, const Sealer& sealer, const Path& at) {
    switch (wire.event_case()) {
        case v1::Event::kStaffRecorded:
            return recorded_from(wire.staff_recorded(), seq, sealer, at);
        case v1::Event::kStaffEnded:
            return moment_from<StaffEnded>(wire.staff_ended(), at);
        case v1::Event::kStaffUnlocked:
            return moment_from<StaffUnlocked>(wire.staff_unlocked(), at);
        case v1::Event::kStaffPinSet:
            return moment_from<StaffPinSet>(wire.staff_pin_set(), at);
        default:
            return std::nullopt;
    }
}

}  // namespace canteen
