// Commands that the command line asks of a till that a service holds, each until its exit code. Loop's thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "pos-client/command/asked_command.h"
#include "pos-client/command/command_run.h"

namespace canteen::till {

class ServedCommands {
public:
    // They outlive it. `on_sold` is called for each sale that a command makes.
    ServedCommands(Till& till, Outbox& outbox, std::function<void(OrderId)> on_sold);
    ~ServedCommands();

    // Begins a command; `reply` is called once, at its end.
    void begin(const AskedCommand& asked, Timestamp now, std::function<void(const CommandReply&)> reply);
    void hear(const News& news, Timestamp now);
    void on_timer(Timestamp now);  // call it some twenty times a second

private:
    struct Work;
    void answer_done();

    Till& till_;
    Outbox& outbox_;
    std::function<void(OrderId)> on_sold_;
    std::vector<std::unique_ptr<Work>> works_;
};

}  // namespace canteen::till
