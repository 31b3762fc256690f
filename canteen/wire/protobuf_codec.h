// The server's codec: turns protobuf, or its JSON mapping, into the domain's values and back. Any thread.
#pragma once

#include <atomic>

#include "canteen/app/codec.h"

namespace canteen {

class ProtobufCodec final : public Codec {
public:
    std::variant<ClientMessage, Rejection> decode_client(std::string_view frame, Encoding encoding) const override;
    std::string encode_server(const ServerMessage& message, Encoding encoding) const override;

    std::string encode_events(const Events& events, Seq seq, Sealer& sealer) const override;
    Events decode_events(std::string_view bytes, Seq seq, const Sealer& sealer) const override;

    std::uint64_t mended() const override;

    std::string encode_order(const Order& order) const override;
    Order decode_order(std::string_view bytes) const override;
    std::string encode_menu(const Menu& menu) const override;
    Menu decode_menu(std::string_view bytes) const override;
    std::string encode_member(const Member& member) const override;
    Member decode_member(std::string_view bytes) const override;
    std::string encode_answer(const Answer& answer) const override;
    Answer decode_answer(std::string_view bytes) const override;

    // Counts, as a metric, the unknown fields and enum values in clients' frames that were skipped so far, outside
    // commands and queries.
    std::uint64_t ignored_fields() const { return ignored_; }

private:
    mutable std::atomic<std::uint64_t> ignored_ = 0;
};

}  // namespace canteen
