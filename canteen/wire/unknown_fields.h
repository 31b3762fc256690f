// Fields and enum values of a message that this program does not know: a newer one wrote them. Pure; any thread.
#pragma once

#include <optional>
#include <string>

#include <google/protobuf/message.h>

namespace canteen {

// Returns the path of the first field or enum value that this program does not know, at any depth.
std::optional<std::string> first_unknown(const google::protobuf::Message& message);
// Returns how many there are.
std::size_t count_unknown(const google::protobuf::Message& message);

}  // namespace canteen
