// Which servers can read an entry whole. Any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "canteen/domain/model/command.h"

namespace canteen::till {

// The oldest protocol whose servers read this command whole. Whoever adds a kind or a field says here since when.
std::uint32_t protocol_of(const CommandBody& body);

// The same of an entry's bytes, looked at only if the server's protocol is older than this till's; else 1.
std::uint32_t protocol_of_entry(std::string_view bytes, std::uint32_t servers);

}  // namespace canteen::till
