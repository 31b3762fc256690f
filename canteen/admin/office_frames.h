// A frame of the office that comes over the admin socket: its command goes to the writer and its query to the desk,
// with the rights of any device of the office. I/O thread.
#pragma once

#include <functional>

#include "canteen/app/admin_message.h"
#include "canteen/engine/engine.h"

namespace canteen {

class OfficeFrames {
public:
    using Reply = std::function<void(AdminReply)>;

    // Both outlive it.
    OfficeFrames(Engine& engine, QueryHandler& desk) : engine_(engine), desk_(desk) {}

    // Calls `reply` once, with the frame that answers it: of a command once it is committed. A command gets a new id,
    // so the same frame twice is done twice.
    void handle(ClientMessage frame, const Person& by, const Reply& reply);

private:
    void on(Submit submit, const Person& by, const Reply& reply);
    void on(const Query& query, const Person& by, const Reply& reply);
    void on(const UnreadableQuery& query, const Person& by, const Reply& reply);
    void on(const Ping& ping, const Person& by, const Reply& reply);
    // Hellos, feeds and the entries of tills belong to a connection that stays.
    void refuse(const Reply& reply);
    void on(const Hello&, const Person&, const Reply& reply) { refuse(reply); }
    void on(const Resume&, const Person&, const Reply& reply) { refuse(reply); }
    void on(const UnreadableSubmit&, const Person&, const Reply& reply) { refuse(reply); }

    Engine& engine_;
    QueryHandler& desk_;
};

}  // namespace canteen
