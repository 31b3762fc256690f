// The server's end of the admin socket, free of the socket: bytes of one request in, bytes of its reply out. On the I/O
// thread of the running server, or in a subcommand that turns the engine itself.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "canteen/admin/admin_desk.h"
#include "canteen/admin/office_frames.h"

namespace canteen {

class AdminSession {
public:
    using Reply = std::function<void(std::string)>;
    // Gets the kind of each request, "TopUp", and the user of this machine who asks.
    using Note = std::function<void(std::string_view what, std::uint32_t uid)>;

    // `engine` and `office` must outlive it. `background` reads files; `note` writes the log.
    AdminSession(Engine& engine, const Post& post, Background background, QueryHandler& office, Note note)
        : codec_(engine.codec()),
          desk_(engine, post, std::move(background)),
          frames_(engine, office),
          note_(std::move(note)) {}

    // Calls `reply` once, after what was asked is committed. `uid` is the user of this machine who asks.
    void on_request(const std::string& bytes, std::uint32_t uid, Reply reply);

private:
    const Codec& codec_;
    AdminDesk desk_;
    OfficeFrames frames_;
    Note note_;
};

}  // namespace canteen
