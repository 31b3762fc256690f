#include "canteen/app/feeds/dialect.h"

namespace canteen {
namespace {

// Since protocol 2.
void leave_out(Welcome& welcome) {
    welcome.offline_accounts.reset();
    welcome.canteen = {};
    welcome.pace = 1;
    welcome.protocol = 1;
}

void leave_out(FeedFrame& frame) {
    frame.balances.clear();
}

void leave_out(const auto&) {}

}  // namespace

ServerMessage in_words_of(std::uint32_t protocol, const ServerMessage& message) {
    auto older = message;
    if (protocol < 2) std::visit([](auto& m) { leave_out(m); }, older);
    return older;
}

std::string encode_in(Dialect dialect, const Codec& codec, const ServerMessage& message) {
    if (dialect.protocol == protocol_version) return codec.encode_server(message, dialect.encoding);
    return codec.encode_server(in_words_of(dialect.protocol, message), dialect.encoding);
}

}  // namespace canteen
