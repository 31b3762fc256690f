#include "canteen/wire/client_codec.h"

#include "canteen/wire/client_message_wire.h"
#include "canteen/wire/command_wire.h"
#include "canteen/wire/own_bytes.h"
#include "canteen/wire/server_message_wire.h"

namespace canteen {

std::string encode_client(const ClientMessage& message) {
    return encode_own<v1::ClientFrame>(message);
}

ServerMessage decode_server(std::string_view frame) {
    v1::ServerFrame wire;
    if (!parse(frame, wire)) throw CodecError("not a whole ServerFrame");
    return read_own(wire, [](const v1::ServerFrame& whole) { return from_wire(whole, Path{}); });
}

std::string encode_command(const Command& command) {
    return encode_own<v1::Command>(command);
}

Command decode_command(std::string_view entry) {
    return decode_own<v1::Command>(entry);
}

}  // namespace canteen
