#include "pos-client/upstream/entry_protocol.h"

#include "canteen/app/message.h"
#include "canteen/wire/client_codec.h"

namespace canteen::till {

// All that tills say today was there from the first protocol on.
std::uint32_t protocol_of(const CommandBody&) {
    return 1;
}

std::uint32_t protocol_of_entry(std::string_view bytes, std::uint32_t servers) {
    return servers >= protocol_version ? 1 : protocol_of(decode_command(bytes).body);
}

}  // namespace canteen::till
