#include "canteen/wire/sealed_member.h"

#include "canteen/wire/bytes.h"
#include "canteen/wire/member_wire.h"

namespace canteen {
namespace {

constexpr std::string_view field = "sealed_member";

}  // namespace

std::string seal_member(const Member& member, Seq seq, Sealer& sealer) {
    v1::MemberBody body;
    to_wire(member, body);
    return sealer.seal(member.id, seq, field, serialize(body));
}

Member unseal_member(MemberId id, const std::string& sealed, Seq seq, const Sealer& sealer, const Path& at) {
    const auto plain = sealer.unseal(id, seq, field, sealed);
    v1::MemberBody body;
    // No bytes are a member of whom nothing is known.
    if (!plain.empty() && !parse(plain, body)) throw Unreadable(at, "is not a member");
    if (first_unknown(body)) throw Unreadable(at, "was written by a newer program");
    return member_from(id, body, at);
}

}  // namespace canteen
