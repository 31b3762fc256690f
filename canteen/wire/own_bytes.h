// Bytes of ours back to values: what does not fit is a CodecError, since a broken disk or a newer program wrote it.
#pragma once

#include "canteen/app/codec.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/mended.h"
#include "canteen/wire/path.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen {

// For a whole message that holds nothing unknown; a text that is not UTF-8 is read as far as it can be.
template <class Wire>
Wire parse_own(std::string_view bytes) {
    Wire wire;
    if (!parse_mending(bytes, wire)) throw CodecError("not a whole " + Wire::descriptor()->name());
    if (const auto path = first_unknown(wire))
        throw CodecError(Wire::descriptor()->name() + " written by a newer program: " + *path);
    return wire;
}

// What `read` makes of the message.
template <class Wire, class Read>
auto read_own(const Wire& wire, Read read) {
    try {
        return read(wire);
    } catch (const Unreadable& why) {
        throw CodecError(Wire::descriptor()->name() + " cannot be read: " + why.what());
    }
}

// The value whose to_wire made these bytes.
template <class Wire>
auto decode_own(std::string_view bytes) {
    return read_own(parse_own<Wire>(bytes), [](const Wire& wire) { return from_wire(wire, Path{}); });
}

// Throws CodecError if it could not be read back.
template <class Wire, class Domain>
std::string encode_own(const Domain& value) {
    Wire wire;
    to_wire(value, wire);
    return serialize_own(wire);
}

}  // namespace canteen
