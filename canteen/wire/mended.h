// Mends our own bytes that an older program wrote and protobuf refuses to read, because a text in them is not UTF-8.
// Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <google/protobuf/message.h>

namespace canteen {

// Returns the bytes of a message of that kind with U+FFFD in place of what is not UTF-8 in its texts, at any depth;
// nothing if they are not one whole message.
std::optional<std::string> mended(std::string_view bytes, const google::protobuf::Descriptor& kind);

// Parses the bytes as parse() does, or else the mended bytes, and counts that.
bool parse_mending(std::string_view bytes, google::protobuf::Message& message);
// Returns how many mended messages this thread has read so far.
std::uint64_t mended_messages();

}  // namespace canteen
