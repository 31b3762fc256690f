#include "canteen/wire/use_wire.h"

namespace canteen {
namespace {

// RightUse and UseKey spell the same four fields.
template <class Wire>
void key_to_wire(const UseKey& key, Wire& wire) {
    wire.set_member_id(optional_bytes_of(key.member));
    wire.set_scheme(key.scheme);
    wire.set_kind(enum_to<v1::UseKind>(key.kind));
    wire.set_period(key.period);
}

template <class Wire>
UseKey key_from_wire(const Wire& wire, const Path& at) {
    return {optional_id_from<MemberId>(wire.member_id(), at / "member_id"),
            text_from(wire.scheme(), max_own_text_bytes, at / "scheme"),
            enum_from<UseKind>(wire.kind(), v1::UseKind_MAX, at / "kind"), wire.period()};
}

}  // namespace

void to_wire(const UseKey& key, v1::UseKey& wire) {
    key_to_wire(key, wire);
}

UseKey from_wire(const v1::UseKey& wire, const Path& at) {
    return key_from_wire(wire, at);
}

void to_wire(const UsedRight& right, v1::UsedRight& wire) {
    to_wire(right.key, *wire.mutable_key());
    wire.set_ordinal(right.ordinal);
    wire.set_fen(right.fen.value);
}

UsedRight from_wire(const v1::UsedRight& wire, const Path& at) {
    return {from_wire(wire.key(), at / "key"), wire.ordinal(), Fen{wire.fen()}};
}

void to_wire(const RightUse& use, v1::RightUse& wire) {
    key_to_wire(use.key, wire);
    wire.set_used(use.used);
}

RightUse from_wire(const v1::RightUse& wire, const Path& at) {
    return {key_from_wire(wire, at), wire.used()};
}

void to_wire(const MemberBalance& balance, v1::MemberBalance& wire) {
    wire.set_member_id(bytes_of(balance.member.bytes));
    wire.set_principal_fen(balance.principal.value);
    wire.set_bonus_fen(balance.bonus.value);
    wire.set_points(balance.points);
}

MemberBalance from_wire(const v1::MemberBalance& wire, const Path& at) {
    return {id_from<MemberId>(wire.member_id(), at / "member_id"), Fen{wire.principal_fen()}, Fen{wire.bonus_fen()},
            wire.points()};
}

}  // namespace canteen
