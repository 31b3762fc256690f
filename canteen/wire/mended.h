// Bytes of ours that an older program wrote and protobuf refuses to read, because a text in them is not UTF-8. Any
// thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <google/protobuf/message.h>

namespace canteen {

// The bytes of a message of that kind with U+FFFD for what is not UTF-8 in its texts, at any depth; nothing if they are
// no whole message.
std::optional<std::string> mended(std::string_view bytes, const google::protobuf::Descriptor& kind);

// As parse(), or of the mended bytes, which is counted.
bool parse_mending(std::string_view bytes, google::protobuf::Message& message);
// How many messages this thread has read mended so far.
std::uint64_t mended_messages();

}  // namespace canteen
