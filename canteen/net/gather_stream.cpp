#include "canteen/net/gather_stream.h"

#include <array>
#include <boost/asio/write.hpp>

namespace canteen {
namespace {

// Turns of the loop for which output is held while it keeps growing, and after it stopped: a reader of many small
// frames brings the next one a turn or two later.
constexpr unsigned max_turns_held = 16;
constexpr unsigned max_quiet_turns = 2;
// Above this, memory that a burst took is given back: most connections are quiet most of the time.
constexpr std::size_t kept_capacity = 512;
// A peer that sends more than this after we closed gets a reset.
constexpr std::size_t max_dropped_bytes = 1024 * 1024;

}  // namespace

// The end of one write. If the loop is destroyed with the write under way, its waiting handlers are forgotten too: they
// hold the stream, so they would keep each other for ever.
struct GatherStream::Gathered::Flight {
    explicit Flight(std::shared_ptr<Gathered> gathered) : of(std::move(gathered)) {}
    Flight(Flight&&) = default;
    ~Flight() {
        if (!of) return;
        of->blocked = Once();
        of->drained = Once();
    }
    void operator()(boost::system::error_code error, std::size_t) { std::exchange(of, nullptr)->sent(error); }
    std::shared_ptr<Gathered> of;
};

void GatherStream::Gathered::hold_on() {
    if (is_watched || is_flying || held.empty()) return;
    is_watched = true;
    boost::asio::post(socket.get_executor(), [self = shared_from_this()] { self->turn(); });
}

void GatherStream::Gathered::turn() {
    is_watched = false;
    if (is_flying || held.empty()) return;
    ++turns;
    quiet_turns = grew ? 0 : quiet_turns + 1;
    grew = false;
    const bool enough = turns >= max_turns_held || quiet_turns >= max_quiet_turns || held.size() >= max_held_bytes;
    enough ? send() : hold_on();
}

void GatherStream::Gathered::send() {
    turns = quiet_turns = 0;
    grew = false;
    is_flying = true;
    ++sends;
    std::swap(held, flying);
    boost::asio::async_write(socket, boost::asio::buffer(flying), Flight(shared_from_this()));
}

void GatherStream::Gathered::sent(boost::system::error_code error) {
    is_flying = false;
    if (error) failed = error;
    if (error) held.clear();
    flying.clear();
    if (flying.capacity() > kept_capacity) flying.shrink_to_fit();
    if (held.empty()) {
        drained();
    } else if (drained || held.size() >= max_held_bytes) {
        send();
    } else {
        hold_on();
    }
    blocked();
}

// Drops what a peer still sends after our close frame.
struct GatherStream::Gathered::Leftover : std::enable_shared_from_this<Leftover> {
    Leftover(std::shared_ptr<Gathered> gathered, Once then) : of(std::move(gathered)), finished(std::move(then)) {}

    void drop() {
        of->socket.async_read_some(boost::asio::buffer(bytes),
                                   [self = shared_from_this()](boost::system::error_code ended, std::size_t read) {
                                       self->dropped += read;
                                       if (!ended && self->dropped < max_dropped_bytes) return self->drop();
                                       boost::system::error_code ignored;
                                       self->of->socket.close(ignored);
                                       self->finished();
                                   });
    }

    std::shared_ptr<Gathered> of;
    Once finished;
    std::array<char, 2048> bytes{};
    std::size_t dropped = 0;
};

void GatherStream::wind_up(boost::beast::role_type role, Once finished) {
    gathered_->when_sent([role, gathered = gathered_, then = std::move(finished)]() mutable {
        boost::system::error_code ignored;
        if (role == boost::beast::role_type::server)
            gathered->socket.shutdown(boost::asio::socket_base::shutdown_send, ignored);
        std::make_shared<Gathered::Leftover>(std::move(gathered), std::move(then))->drop();
    });
}

void teardown(boost::beast::role_type role, GatherStream& stream, boost::system::error_code& error) {
    using boost::beast::websocket::teardown;
    teardown(role, stream.next_layer(), error);
}

}  // namespace canteen
