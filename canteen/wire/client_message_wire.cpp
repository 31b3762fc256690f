#include "canteen/wire/client_message_wire.h"

#include "canteen/wire/bytes.h"
#include "canteen/wire/command_wire.h"
#include "canteen/wire/query_wire.h"

namespace canteen {

void to_wire(const Cursor& cursor, v1::Cursor& wire) {
    wire.set_feed(enum_to<v1::Feed>(cursor.feed));
    wire.set_epoch(cursor.epoch);
    wire.set_seq(cursor.seq);
}

Cursor from_wire(const v1::Cursor& wire, const Path& at) {
    return {enum_from<Feed>(wire.feed(), v1::Feed_MAX, at / "feed"), wire.epoch(), wire.seq()};
}

void to_wire(const TillState& state, v1::TillState& wire) {
    wire.set_last_device_seq(state.last_device_seq);
    wire.set_last_hash(bytes_of(state.last_hash));
    wire.set_last_pickup_count(state.last_pickup_count);
    wire.set_pickup_date(state.pickup_date.days);
}

TillState from_wire(const v1::TillState& wire, const Path& at) {
    return {wire.last_device_seq(), optional_array_from<std::tuple_size_v<Hash>>(wire.last_hash(), at / "last_hash"),
            wire.last_pickup_count(), date_from(wire.pickup_date(), at / "pickup_date")};
}

namespace {

void put(const Hello& hello, v1::ClientFrame& frame) {
    auto& wire = *frame.mutable_hello();
    wire.set_protocol(hello.protocol);
    wire.set_role(enum_to<v1::Role>(hello.role));
    wire.set_device_id(optional_bytes_of(hello.device));
    if (hello.signature != Signature{}) wire.set_signature(bytes_of(hello.signature));
    wire.set_host(hello.host);
    list_to_wire(hello.feeds, wire.mutable_feeds());
    if (hello.till) to_wire(*hello.till, *wire.mutable_till());
}

// Both kinds of submit carry a till's entry the same way.
template <class AnySubmit>
void put_entry(const AnySubmit& submit, v1::Submit& wire) {
    wire.set_entry(submit.entry);
    wire.set_device_seq(submit.device_seq);
    wire.set_hash(bytes_of(submit.hash));
}

void put(const Submit& submit, v1::ClientFrame& frame) {
    if (submit.device_seq != 0) return put_entry(submit, *frame.mutable_submit());
    to_wire(submit.command, *frame.mutable_submit()->mutable_command());
}

void put(const UnreadableSubmit& submit, v1::ClientFrame& frame) {
    put_entry(submit, *frame.mutable_submit());
}

void put(const Resume& resume, v1::ClientFrame& frame) {
    to_wire(resume.cursor, *frame.mutable_resume()->mutable_cursor());
}

void put(const Ping& ping, v1::ClientFrame& frame) {
    frame.mutable_ping()->set_token(ping.token);
}

void put(const Query& query, v1::ClientFrame& frame) {
    to_wire(query, *frame.mutable_ask());
}

// A query that could not be read keeps only its id.
void put(const UnreadableQuery& query, v1::ClientFrame& frame) {
    frame.mutable_ask()->set_query_id(query.id);
}

std::vector<Cursor> known_feeds_from(const google::protobuf::RepeatedPtrField<v1::Cursor>& wires, const Path& at) {
    at_most(wires, max_hello_feeds, at);
    std::vector<Cursor> cursors;
    for (int i = 0; i < wires.size(); ++i)
        if (v1::Feed_IsValid(wires[i].feed())) cursors.push_back(from_wire(wires[i], at[i]));
    return cursors;
}

Hello hello_from(const v1::Hello& wire, const Path& at) {
    Hello hello;
    hello.protocol = wire.protocol();
    hello.role = enum_from<Role>(wire.role(), v1::Role_MAX, at / "role");
    hello.device = optional_id_from<DeviceId>(wire.device_id(), at / "device_id");
    hello.signature = optional_array_from<std::tuple_size_v<Signature>>(wire.signature(), at / "signature");
    hello.host = text_from(wire.host(), max_host_bytes, at / "host");
    hello.feeds = known_feeds_from(wire.feeds(), at / "feeds");
    if (wire.has_till()) hello.till = from_wire(wire.till(), at / "till");
    return hello;
}

void check_length(std::size_t bytes, const Path& at) {
    if (bytes > max_command_bytes)
        throw Unreadable(at, "is longer than " + std::to_string(max_command_bytes) + " bytes");
}

// Reads a till's submit: the frame's own fields must be right, the entry inside may be broken.
ClientMessage entry_from(const v1::Submit& wire, const Path& at) {
    if (wire.device_seq() == 0) throw Unreadable(at / "device_seq", "is missing");
    const auto hash = array_from<std::tuple_size_v<Hash>>(wire.hash(), at / "hash");
    v1::Command command;
    try {
        check_length(wire.entry().size(), at / "entry");
        if (!parse(wire.entry(), command)) throw Unreadable(at / "entry", "is not a command");
        return Submit{from_wire(command, Path{}), wire.entry(), wire.device_seq(), hash};
    } catch (const Unreadable& why) {
        CommandId id;
        if (command.command_id().size() == id.bytes.size()) id = id_from<CommandId>(command.command_id(), at);
        return UnreadableSubmit{wire.entry(), wire.device_seq(), hash, id, why.rejection()};
    }
}

ClientMessage submit_from(const v1::Submit& wire, const Path& at) {
    if (wire.has_command() == !wire.entry().empty()) throw Unreadable(at, "must have an entry or a command");
    if (!wire.has_command()) return entry_from(wire, at);
    if (wire.device_seq() != 0 || !wire.hash().empty()) throw Unreadable(at, "has a number and no entry");
    check_length(wire.command().ByteSizeLong(), at / "command");
    return Submit{from_wire(wire.command(), Path{}), serialize(wire.command()), 0, {}};
}

ClientMessage query_from(const v1::Ask& wire) {
    try {
        return from_wire(wire, Path{});
    } catch (const Unreadable& why) {
        return UnreadableQuery{wire.query_id(), why.rejection()};
    }
}

}  // namespace

void to_wire(const ClientMessage& message, v1::ClientFrame& wire) {
    std::visit([&wire](const auto& what) { put(what, wire); }, message);
}

ClientMessage from_wire(const v1::ClientFrame& wire, const Path& at) {
    switch (wire.frame_case()) {
        case v1::ClientFrame::kHello:
            return hello_from(wire.hello(), at / "hello");
        case v1::ClientFrame::kSubmit:
            return submit_from(wire.submit(), at / "submit");
        case v1::ClientFrame::kResume:
            return Resume{from_wire(wire.resume().cursor(), at / "resume" / "cursor")};
        case v1::ClientFrame::kPing:
            return Ping{wire.ping().token()};
        case v1::ClientFrame::kAsk:
            return query_from(wire.ask());
        case v1::ClientFrame::FRAME_NOT_SET:
            break;
    }
    throw Unreadable(at / "frame", "is of no known kind");
}

}  // namespace canteen
