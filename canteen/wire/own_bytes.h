// Turns our own bytes back into values. Throws CodecError for bytes that do not fit: a broken disk or a newer program
// wrote them.
#pragma once

#include "canteen/app/codec.h"
#include "canteen/wire/bytes.h"
#include "canteen/wire/mended.h"
#include "canteen/wire/path.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen {

// Reads a message; throws if it is not whole or holds anything unknown. Reads text that is not UTF-8 as far as it can.
template <class Wire>
Wire parse_own(std::string_view bytes) {
    Wire wire;
    if (!parse_mending(bytes, wire)) throw CodecError("not a whole " + Wire::descriptor()->name());
    if (const auto path = first_unknown(wire))
        throw CodecError(Wire::descriptor()->name() + " written by a newer program: " + *path);
    return wire;
}

// Returns what `read` makes of the message; throws CodecError where it throws Unreadable.
template <class Wire, class Read>
auto read_own(const Wire& wire, Read read) {
    try {
        return read(wire);
    } catch (const Unreadable& why) {
        throw CodecError(Wire::descriptor()->name() + " cannot be read: " + why.what());
    }
}

// Returns the value whose to_wire made these bytes.
template <class Wire>
auto decode_own(std::string_view bytes) {
    return read_own(parse_own<Wire>(bytes), [](const Wire& wire) { return from_wire(wire, Path{}); });
}

// Throws CodecError if the bytes could not be read back.
template <class Wire, class Domain>
std::string encode_own(const Domain& value) {
    Wire wire;
    to_wire(value, wire);
    return serialize_own(wire);
}

}  // namespace canteen
