#include "canteen/net/gather_stream.h"

#include <boost/asio/write.hpp>

namespace canteen {
namespace {

// How long output is held while it keeps growing, and how long after it stopped: a reader of many small frames brings
// the next one a turn or two later.
constexpr unsigned max_turns_held = 16;
constexpr unsigned max_quiet_turns = 2;
// A buffer that a burst made large is given back.
constexpr std::size_t kept_capacity = 4 * 1024;

}  // namespace

// The end of one write. If the loop is destroyed with the write under way, who waits for it is forgotten too: they hold
// the stream, so they would keep each other for ever.
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
    std::swap(held, flying);
    boost::asio::async_write(socket, boost::asio::buffer(flying), Flight(shared_from_this()));
}

void GatherStream::Gathered::sent(boost::system::error_code error) {
    is_flying = false;
    if (error) failed = error;
    if (error) held.clear();
    flying.clear();
    if (flying.capacity() > kept_capacity) flying.shrink_to_fit();
    // What came while the last was under way has been held long enough.
    if (!held.empty()) send();
    blocked();
    if (!is_flying) drained();
}

void teardown(boost::beast::role_type role, GatherStream& stream, boost::system::error_code& error) {
    using boost::beast::websocket::teardown;
    teardown(role, stream.next_layer(), error);
}

}  // namespace canteen
