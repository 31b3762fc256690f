#include "canteen/wire/protobuf_codec.h"

#include "canteen/wire/client_message_wire.h"
#include "canteen/wire/event_wire.h"
#include "canteen/wire/json.h"
#include "canteen/wire/member_wire.h"
#include "canteen/wire/menu_wire.h"
#include "canteen/wire/own_bytes.h"
#include "canteen/wire/server_message_wire.h"
#include "canteen/wire/stored_order_wire.h"
#include "canteen/wire/unknown_fields.h"

namespace canteen {
namespace {

ClientMessage from_binary(std::string_view frame, std::size_t& ignored) {
    v1::ClientFrame wire;
    if (!parse(frame, wire)) throw Unreadable(RejectionCode::malformed, "frame", "is not one whole message");
    auto message = from_wire(wire, Path{});
    if (!std::holds_alternative<UnreadableQuery>(message)) ignored = count_unknown(wire);
    return message;
}

ClientMessage from_json(std::string_view frame, std::size_t& ignored) {
    const auto [wire, unknown] = frame_from_json(frame);
    if (!unknown.empty() && wire.has_ask())
        return UnreadableQuery{wire.ask().query_id(), {RejectionCode::client_newer, {{"path", unknown}}, {}}};
    auto message = from_wire(wire, Path{});
    if (!std::holds_alternative<UnreadableQuery>(message)) ignored = count_unknown(wire) + (unknown.empty() ? 0 : 1);
    return message;
}

}  // namespace

std::variant<ClientMessage, Rejection> ProtobufCodec::decode_client(std::string_view frame, Encoding encoding) const {
    try {
        if (frame.size() > max_inbound_frame_bytes) throw Unreadable(RejectionCode::malformed, "frame", "is too long");
        std::size_t ignored = 0;
        auto message = encoding == Encoding::json ? from_json(frame, ignored) : from_binary(frame, ignored);
        ignored_ += ignored;
        return message;
    } catch (const Unreadable& why) {
        return why.rejection();
    }
}

std::string ProtobufCodec::encode_server(const ServerMessage& message, Encoding encoding) const {
    v1::ServerFrame wire;
    to_wire(message, wire);
    return encoding == Encoding::json ? to_json(wire) : serialize(wire);
}

std::string ProtobufCodec::encode_events(const Events& events, Seq seq, Sealer& sealer) const {
    v1::EventList wire;
    for (const auto& event : events) to_wire(event, seq, sealer, *wire.add_events());
    return serialize_own(wire);
}

Events ProtobufCodec::decode_events(std::string_view bytes, Seq seq, const Sealer& sealer) const {
    if (bytes.empty()) return {};
    return read_own(parse_own<v1::EventList>(bytes), [&](const v1::EventList& wire) {
        const Path root;
        const auto at = root / "events";
        Events events;
        events.reserve(static_cast<std::size_t>(wire.events_size()));
        for (int i = 0; i < wire.events_size(); ++i) events.push_back(from_wire(wire.events(i), seq, sealer, at[i]));
        return events;
    });
}

std::uint64_t ProtobufCodec::mended() const {
    return mended_messages();
}

std::string ProtobufCodec::encode_order(const Order& order) const {
    return encode_own<v1::Order>(order);
}
Order ProtobufCodec::decode_order(std::string_view bytes) const {
    return decode_own<v1::Order>(bytes);
}

std::string ProtobufCodec::encode_menu(const Menu& menu) const {
    return encode_own<v1::Menu>(menu);
}
Menu ProtobufCodec::decode_menu(std::string_view bytes) const {
    return decode_own<v1::Menu>(bytes);
}

std::string ProtobufCodec::encode_member(const Member& member) const {
    return encode_own<v1::Member>(member);
}
Member ProtobufCodec::decode_member(std::string_view bytes) const {
    return decode_own<v1::Member>(bytes);
}

std::string ProtobufCodec::encode_answer(const Answer& answer) const {
    return encode_own<v1::Answer>(answer);
}
Answer ProtobufCodec::decode_answer(std::string_view bytes) const {
    return decode_own<v1::Answer>(bytes);
}

}  // namespace canteen
