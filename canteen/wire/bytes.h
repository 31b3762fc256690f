// Turns protobuf messages into bytes and back. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include <google/protobuf/message.h>

namespace canteen {

inline constexpr int max_message_depth = 16;  // ours are at most 10 deep; the rest would be an attack on the stack

// Equal messages give the same bytes in every process.
std::string serialize(const google::protobuf::Message& message);

// As serialize(), but for what the disk keeps. Throws CodecError if a text in it is not UTF-8: parse() would refuse it.
std::string serialize_own(const google::protobuf::Message& message);

// Returns false if the bytes are not one whole message (empty, cut, followed by more, nested too deep). What was read
// until then stays in `message`.
bool parse(std::string_view bytes, google::protobuf::Message& message);

}  // namespace canteen
