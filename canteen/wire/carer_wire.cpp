#include "canteen/wire/carer_wire.h"

#include "canteen/wire/date_range_wire.h"

namespace canteen {

void to_wire(const Carer& carer, v1::Carer& wire) {
    wire.set_name(carer.name);
    wire.set_phone(carer.phone);
    wire.set_member_id(optional_bytes_of(carer.member));
    range_to_wire(carer.valid, wire);
}

Carer carer_from(const v1::Carer& wire, const MemberLimits& limits, const Path& at) {
    return {text_from(wire.name(), limits.text_bytes, at / "name"),
            text_from(wire.phone(), limits.text_bytes, at / "phone"),
            optional_id_from<MemberId>(wire.member_id(), at / "member_id"), range_from(wire, at)};
}

}  // namespace canteen
