// A codec that keeps messages in memory and passes their place instead of bytes; frames are as long as real ones would
// be, about. One thread; the journal's and the tables' bodies are not asked of it.
#pragma once

#include <deque>
#include <functional>

#include "canteen/app/codec.h"

namespace canteen::testing {

class FakeCodec final : public Codec {
public:
    std::variant<ClientMessage, Rejection> decode_client(std::string_view frame, Encoding encoding) const override;
    std::string encode_server(const ServerMessage& message, Encoding encoding) const override;

    std::string encode_events(const Events&, Seq, Sealer&) const override { refuse(); }
    Events decode_events(std::string_view, Seq, const Sealer&) const override { refuse(); }
    std::string encode_order(const Order&) const override { refuse(); }
    Order decode_order(std::string_view) const override { refuse(); }
    std::string encode_menu(const Menu&) const override { refuse(); }
    Menu decode_menu(std::string_view) const override { refuse(); }
    std::string encode_member(const Member&) const override { refuse(); }
    Member decode_member(std::string_view) const override { refuse(); }
    std::string encode_answer(const Answer&) const override { refuse(); }
    Answer decode_answer(std::string_view) const override { refuse(); }

    std::size_t item_bytes = 100;                    // for a ticket, sheet, use, ...
    std::function<void()> while_it_encodes = [] {};  // called for each message of the server

    // Makes a client's frame. A frame that was not made here is malformed.
    std::string frame_of(const ClientMessage& message);
    // Makes a frame that this server is too old to read.
    std::string newer_frame() const { return "newer"; }
    const ServerMessage& read(std::string_view frame) const;
    // Returns how often a server message was encoded.
    std::size_t encoded() const { return from_server_.size(); }

private:
    std::size_t size_of(const ServerMessage& message) const;
    [[noreturn]] static void refuse() { throw CodecError("the fake codec keeps no bodies"); }

    std::deque<ClientMessage> from_client_;
    mutable std::deque<ServerMessage> from_server_;
};

}  // namespace canteen::testing
