// Handles the office's frames that come over the admin socket: commands go to the writer and queries to the desk, with
// the rights of any device of the office. I/O thread.
#pragma once

#include <functional>

#include "canteen/app/admin_message.h"
#include "canteen/engine/engine.h"

namespace canteen {

class OfficeFrames {
public:
    using Reply = std::function<void(AdminReply)>;

    // `engine` and `desk` must outlive it.
    OfficeFrames(Engine& engine, QueryHandler& desk) : engine_(engine), desk_(desk) {}

    // Calls `reply` once, with the frame that answers it; for a command once it is committed. Gives each command a new
    // id, so the same frame twice is done twice.
    void handle(ClientMessage frame, const Person& by, const Reply& reply);

private:
    void on(Submit submit, const Person& by, const Reply& reply);
    void on(const Query& query, const Person& by, const Reply& reply);
    void on(const UnreadableQuery& query, const Person& by, const Reply& reply);
    void on(const Ping& ping, const Person& by, const Reply& reply);
    // Refuses hellos, feeds and the entries of tills: they belong to a connection that stays.
    void refuse(const Reply& reply);
    void on(const Hello&, const Person&, const Reply& reply) { refuse(reply); }
    void on(const Resume&, const Person&, const Reply& reply) { refuse(reply); }
    void on(const UnreadableSubmit&, const Person&, const Reply& reply) { refuse(reply); }

    Engine& engine_;
    QueryHandler& desk_;
};

}  // namespace canteen
