// One turn of the writer's loop: tasks, then one batch with the server's own commands that are due. Driven by
// WriterThread in production and by the scheduler in a simulation. Owned by the writer thread.
#pragma once

#include <functional>

#include "canteen/app/writer/held_clock.h"
#include "canteen/app/writer/inbox.h"
#include "canteen/app/writer/suspects.h"
#include "canteen/crypto/random.h"

namespace canteen {

// Expiry is looked for this often.
inline constexpr std::chrono::milliseconds tick_every{1'000};

// A clock that went on by this much since the last look has been set, or the host slept: nothing is ended by it until
// it has stayed there.
inline constexpr std::chrono::hours doubted_step{12};
inline constexpr std::chrono::milliseconds doubted_for{60'000};

class WriterPump {
public:
    // `suspects` null: a failure is not noted.
    WriterPump(Inbox& inbox, Writer& writer, Store& store, HeldClock& clock, Random& random,
               Suspects* suspects = nullptr);

    // Does what waits and returns what became true by it; empty if nothing did. Throws StoreError, and what a
    // programmer did wrong; if that is an entry's it is noted before.
    CommittedBatch step();

private:
    CommittedBatch run(std::vector<Submission> batch, Timestamp now);
    void add_own(std::vector<Submission>& submissions, Timestamp now);
    Submission own(CommandBody body, Timestamp now);

    Inbox& inbox_;
    Writer& writer_;
    Store& store_;
    HeldClock& clock_;
    Random& random_;
    Suspects* suspects_;
    std::optional<Timestamp> last_tick_;
    std::optional<Timestamp> doubted_until_;  // no Tick before
};

}  // namespace canteen
