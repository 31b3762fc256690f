#include "canteen/wire/sealed_member.h"

#include "canteen/wire/bytes.h"
#include "canteen/wire/member_wire.h"
#include "canteen/wire/mended.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen {
namespace {

constexpr std::string_view field = "sealed_member";

Member member_of(MemberId id, const std::string& plain, const Path& at) {
    v1::MemberBody body;
    // Empty bytes stand for a member of whom nothing is known.
    if (!plain.empty() && !parse_mending(plain, body)) throw Unreadable(at, "is not a member");
    if (first_unknown(body)) throw Unreadable(at, "was written by a newer program");
    return member_from(id, body, own_member_limits, at);
}

}  // namespace

std::string seal_member(const Member& member, Seq seq, Sealer& sealer) {
    v1::MemberBody body;
    to_wire(member, body);
    return sealer.seal(member.id, seq, field, serialize_own(body));
}

Member unseal_member(MemberId id, const std::string& sealed, Seq seq, const Sealer& sealer, const Path& at) {
    try {
        return member_of(id, sealer.unseal(id, seq, field, sealed), at);
    } catch (const KeyDestroyed&) {
        Member erased;
        erased.id = id;
        return erased;
    }
}

}  // namespace canteen
