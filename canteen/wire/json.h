// Protobuf's JSON mapping, for scripts and developer tools. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "canteen/v1/envelope.pb.h"

namespace canteen {

std::string to_json(const v1::ServerFrame& frame);

// The frame, with the number of unknown things that were left out of it added to `ignored`. Throws Unreadable:
// malformed, or client_newer where something unknown stands in a submit.
v1::ClientFrame frame_from_json(std::string_view text, std::size_t& ignored);

}  // namespace canteen
