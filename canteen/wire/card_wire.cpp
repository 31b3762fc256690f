#include "canteen/wire/card_wire.h"

namespace canteen {

void to_wire(const Card& card, v1::Card& wire) {
    wire.set_number(card.number);
    wire.set_state(enum_to<v1::CardState>(card.state));
    wire.set_since(card.since.days);
}

Card card_from(const v1::Card& wire, const MemberLimits& limits, const Path& at) {
    return {text_from(wire.number(), limits.text_bytes, at / "number"),
            enum_from<CardState>(wire.state(), v1::CardState_MAX, at / "state"), date_from(wire.since(), at / "since")};
}

}  // namespace canteen
