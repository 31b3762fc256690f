#include "tests/support/fake_codec.h"

#include "canteen/domain/base/number.h"

namespace canteen::testing {
namespace {

std::size_t place_in(std::string_view frame) {
    auto digits = frame.substr(1);
    const auto place = take_number<std::size_t>(digits);
    if (!place) throw CodecError("no frame of the fake codec");
    return *place;
}

}  // namespace

std::size_t FakeCodec::size_of(const ServerMessage& message) const {
    const auto* frame = std::get_if<FeedFrame>(&message);
    if (!frame) return item_bytes;
    std::size_t items = frame->tickets.size() + frame->portions.size() + frame->sheets.size() + frame->uses.size();
    items += frame->members_gone.size() + frame->balances.size();
    for (const auto& menu : frame->menus) items += menu.dishes.size() + 1;
    return (items + 1) * item_bytes;
}

std::variant<ClientMessage, Rejection> FakeCodec::decode_client(std::string_view frame, Encoding) const {
    if (frame == newer_frame()) return Rejection{RejectionCode::client_newer, {{"path", "order.spice"}}, {}};
    if (!frame.starts_with('c')) return Rejection{RejectionCode::malformed, {{"path", ""}}, {}};
    return from_client_.at(place_in(frame));
}

std::string FakeCodec::encode_server(const ServerMessage& message, Encoding) const {
    while_it_encodes();
    from_server_.push_back(message);
    std::string frame = "s" + std::to_string(from_server_.size() - 1) + " ";
    frame.resize(size_of(message), '.');
    return frame;
}

std::string FakeCodec::frame_of(const ClientMessage& message) {
    from_client_.push_back(message);
    return "c" + std::to_string(from_client_.size() - 1);
}

const ServerMessage& FakeCodec::read(std::string_view frame) const {
    return from_server_.at(place_in(frame));
}

}  // namespace canteen::testing
