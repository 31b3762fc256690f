// The server's own commands, asked on the I/O thread: imports, devices. Each gets its answer once.
#pragma once

#include <functional>
#include <map>

#include "canteen/app/clock.h"
#include "canteen/app/writer/inbox.h"
#include "canteen/crypto/random.h"

namespace canteen {

class OwnCommands {
public:
    using Told = std::function<void(const Answer&)>;

    OwnCommands(Inbox& inbox, Clock& clock, Random& random) : inbox_(inbox), clock_(clock), random_(random) {}

    // Calls `told` at once with `busy` if the inbox is full, else when the answer is committed. `by`: who stands behind
    // it, if that is known.
    void ask(CommandBody body, Told told, std::optional<Person> by = {});
    // Hands the batch's answers to whoever asked.
    void settle(const CommittedBatch& batch);

private:
    Inbox& inbox_;
    Clock& clock_;
    Random& random_;
    std::map<CommandId, Told> waiting_;
};

}  // namespace canteen
