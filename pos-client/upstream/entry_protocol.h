// Tells which servers can read an entry whole. Any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "canteen/domain/model/command.h"

namespace canteen::till {

// Returns the oldest protocol whose servers read this command whole. A new kind or field must be entered here with its
// protocol.
std::uint32_t protocol_of(const Command& command);

// Does the same for an entry's bytes, but reads them only if the server's protocol is older than this till's; else
// returns 1.
std::uint32_t protocol_of_entry(std::string_view bytes, std::uint32_t servers);

}  // namespace canteen::till
