// One connection between a client and the server: two directions of frames, each in order and with its delay, until it
// is cut. A cut loses what is under way, as TCP does, whatever the server did before. One thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "canteen/app/connection_gate.h"
#include "tests/simulation/world.h"

namespace canteen::simulation {

struct LineClient {
    std::function<void()> on_open;
    std::function<void(std::string_view)> on_frame;
    std::function<void()> on_closed;
};

class Line final : public FrameSink, public std::enable_shared_from_this<Line> {
public:
    Line(World& world, LineClient client) : world_(world), client_(std::move(client)) {}

    // The client's end. After hang_up() it hears nothing more.
    void send_up(std::string frame);
    void hang_up();

    // The server's end.
    void open(std::unique_ptr<SessionHandle> session, std::function<void()> wake);
    void send(std::shared_ptr<const std::string> frame) override;
    void close(std::uint16_t code, std::string reason) override;
    SessionHandle* session() { return session_.get(); }
    // Called when the server's process is gone.
    void lose_server();
    // Called when nobody was there to answer.
    void fail_to_open();
    void announce_open();

    // Loses what is under way; both ends hear of it, each in its time.
    void cut();
    // Lets the client hear nothing from here on, without telling it.
    void deafen() { is_deaf_ = true; }
    // Lets only so many more of the client's submits reach the server.
    void lose_submits_after(std::size_t heard) { submits_left_ = heard; }
    // Makes both ends take each other for programs of the first protocol.
    void speak_first_protocol() { is_older_ = true; }
    bool is_older() const { return is_older_; }

private:
    Milliseconds delay();
    void arrive(const std::string& frame);
    // Return the frame as an older server, or an older till, says it.
    std::string as_older_server(const std::string& frame);
    std::string as_older_till(const std::string& frame);
    bool is_kept_from_server(std::string_view frame);
    void later(Timestamp& lane, void (Line::*what)());
    void end_session() { session_.reset(); }
    void tell_open();
    void tell_closed();
    bool loses(std::string_view frame);

    World& world_;
    LineClient client_;
    std::unique_ptr<SessionHandle> session_;
    std::function<void()> wake_;
    Timestamp up_at_, down_at_;
    // Feeds that lost one frame each: they move at every lunch's end, and the answer to the Resume comes through.
    std::set<Feed> lost_;
    bool is_cut_ = false;
    bool is_deaf_ = false;
    bool is_older_ = false;
    std::optional<std::size_t> submits_left_;
};

}  // namespace canteen::simulation
