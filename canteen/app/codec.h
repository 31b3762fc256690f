// The one seam to any encoding; wire/ implements it. Stateless: any thread.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>

#include "canteen/app/message.h"
#include "canteen/app/sealer.h"
#include "canteen/domain/model/event.h"

namespace canteen {

// Bytes of ours that cannot be read back: a broken disk or a newer program wrote them.
struct CodecError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Codec {
public:
    virtual ~Codec() = default;

    // A client's frame, or why it is refused (malformed, client_newer). A query that cannot be read is an
    // UnreadableQuery, never a refusal of the frame it came in.
    virtual std::variant<ClientMessage, Rejection> decode_client(std::string_view frame, Encoding encoding) const = 0;
    virtual std::string encode_server(const ServerMessage& message, Encoding encoding) const = 0;

    // The journal's bytes of a row's events; personal values are sealed under `seq`. Throws CodecError, UnsealError. A
    // record of a person who was erased since is read as their id alone.
    virtual std::string encode_events(const Events& events, Seq seq, Sealer& sealer) const = 0;
    virtual Events decode_events(std::string_view bytes, Seq seq, const Sealer& sealer) const = 0;

    // How many of the messages read by this thread so far held a text that is not UTF-8, as an older program may have
    // written it: U+FFFD stands for what cannot be read of it.
    virtual std::uint64_t mended() const { return 0; }

    // Bodies kept in tables. Deterministic. decode_* throw CodecError.
    virtual std::string encode_order(const Order& order) const = 0;
    virtual Order decode_order(std::string_view bytes) const = 0;
    virtual std::string encode_menu(const Menu& menu) const = 0;
    virtual Menu decode_menu(std::string_view bytes) const = 0;
    virtual std::string encode_member(const Member& member) const = 0;  // in the clear: seal it before a disk sees it
    virtual Member decode_member(std::string_view bytes) const = 0;
    virtual std::string encode_answer(const Answer& answer) const = 0;
    virtual Answer decode_answer(std::string_view bytes) const = 0;
};

}  // namespace canteen
