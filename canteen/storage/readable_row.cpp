#include "canteen/storage/readable_row.h"

#include <algorithm>

#include "canteen/domain/model/command_kinds.h"

namespace canteen {

namespace {

#ifdef CANTEEN_PROVE_ROWS
constexpr bool proves_all = true;
#else
constexpr bool proves_all = false;
#endif

bool is_to_be_read_again(const JournalRow& row) {
    const auto* kind = command_named(row.command_name);
    return proves_all || !kind || !kind->traits.is_routine;
}

bool is_sealed(const Event& event) {
    return std::holds_alternative<MemberRecorded>(event) || std::holds_alternative<StaffRecorded>(event);
}

// Checks members in the clear: one who cannot be read back must not get a data key.
void require_readable_members(const Events& events, const Codec& codec) {
    for (const auto& event : events) {
        const auto* recorded = std::get_if<MemberRecorded>(&event);
        if (recorded && codec.decode_member(codec.encode_member(recorded->member)) != recorded->member)
            throw CodecError("a member's record");
    }
}

// Compares rows without persons only: a seal differs each time, so the bytes of a sealed row never come out the same.
void require_same(const JournalRow& row, const std::string& bytes, const Codec& codec, Sealer& sealer) {
    const auto read = codec.decode_events(bytes, row.seq, sealer);
    if (std::any_of(read.begin(), read.end(), is_sealed)) return;
    if (codec.encode_events(read, row.seq, sealer) != bytes) throw CodecError("what happened");
}

}  // namespace

std::string encode_readably(const JournalRow& row, const Codec& codec, Sealer& sealer) {
    const bool again = is_to_be_read_again(row);
    if (again) require_readable_members(row.events, codec);
    auto bytes = codec.encode_events(row.events, row.seq, sealer);
    if (again) require_same(row, bytes, codec, sealer);
    return bytes;
}

}  // namespace canteen
