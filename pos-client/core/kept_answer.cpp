#include "pos-client/core/kept_answer.h"

#include "canteen/wire/protobuf_codec.h"

namespace canteen::till {

std::optional<Committed> committed_answer(const Outbox& outbox, const Entry& entry) {
    const auto bytes = outbox.answer_of(entry.device_seq);
    if (entry.state == EntryState::refused || bytes.empty()) return std::nullopt;
    const auto answer = ProtobufCodec().decode_answer(bytes);
    const auto* committed = std::get_if<Committed>(&answer.outcome);
    return committed ? std::optional(*committed) : std::nullopt;
}

}  // namespace canteen::till
