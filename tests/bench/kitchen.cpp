#include "tests/bench/kitchen.h"

#include <stdexcept>

#include "canteen/wire/client_codec.h"

namespace canteen::bench {

Kitchen::Kitchen(std::uint16_t port, const std::string& cookie) : client_(port, cookie) {
    client_.read_frame();  // the challenge: a screen has proven itself by its cookie
    Hello hello;
    hello.role = Role::kitchen;
    hello.feeds = {{Feed::kitchen, 0, 0}};
    client_.queue(encode_client(hello));
    client_.flush();
    for (;;) {
        auto message = decode_server(client_.read_frame());
        if (const auto* goodbye = std::get_if<Goodbye>(&message)) throw std::runtime_error("goodbye: " + goodbye->name);
        const auto* frame = std::get_if<FeedFrame>(&message);
        if (frame && frame->snapshot && frame->snapshot->last) return;
    }
}

void Kitchen::drain() {
    client_.receive(false);
    while (client_.next_frame()) {
    }
}

void Kitchen::await_ticket() {
    for (;;) {
        auto message = decode_server(client_.read_frame());
        if (const auto* frame = std::get_if<FeedFrame>(&message); frame && !frame->tickets.empty()) return;
    }
}

}  // namespace canteen::bench
