// Server time as the till knows it: its own clock plus the offset at last contact. A demonstration server's clock may
// run faster; the till follows by the pace it saw between contacts. Pure; one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "canteen/domain/time.h"

namespace canteen::till {

inline constexpr std::chrono::milliseconds min_pace_interval{400};  // closer contacts say nothing of the pace
inline constexpr std::chrono::milliseconds network_jitter{2'000};   // a server ahead by less than this runs no faster
inline constexpr std::int64_t max_pace = 1'000;

class OffsetClock {
public:
    // The server said `server` when the till's clock said `local`, give or take `slack`: the network's delay must not
    // be taken for a fast clock.
    void contact(Timestamp local, Timestamp server, std::chrono::milliseconds slack = {});
    // Goes on from the offset of an earlier run, until the next contact.
    void resume(std::chrono::milliseconds offset);
    // Without any contact: the till's own clock.
    Timestamp server_time(Timestamp local) const;
    // Server milliseconds that pass during one of the till's; 1 except in a demonstration.
    std::int64_t pace() const { return pace_; }

private:
    struct Contact {
        Timestamp local, server;
        std::chrono::milliseconds slack{0};
    };
    std::optional<Contact> first_, last_;  // the pace is measured from the first of this connection on
    std::int64_t pace_ = 1;
};

}  // namespace canteen::till
