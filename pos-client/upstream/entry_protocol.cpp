#include "pos-client/upstream/entry_protocol.h"

#include "canteen/app/message.h"
#include "canteen/wire/client_codec.h"

namespace canteen::till {

namespace {

std::uint32_t oldest_for(const RecordSale& sale) {
    return sale.taken_back ? 2 : 1;
}

std::uint32_t oldest_for(const auto&) {
    return 1;
}

}  // namespace

std::uint32_t protocol_of(const CommandBody& body) {
    return std::visit([](const auto& command) { return oldest_for(command); }, body);
}

std::uint32_t protocol_of_entry(std::string_view bytes, std::uint32_t servers) {
    return servers >= protocol_version ? 1 : protocol_of(decode_command(bytes).body);
}

}  // namespace canteen::till
