// Protobuf's JSON mapping, for scripts and developer tools. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "canteen/v1/envelope.pb.h"

namespace canteen {

std::string to_json(const v1::ServerFrame& frame);

struct JsonFrame {
    v1::ClientFrame frame;
    std::string unknown;  // the parser's message about something unknown that was left out; "" if nothing was
};

// Throws Unreadable: malformed, or client_newer where something unknown stands in a submit.
JsonFrame frame_from_json(std::string_view text);

}  // namespace canteen
