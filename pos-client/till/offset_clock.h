// Tells server time as the till knows it: its own clock plus the offset at last contact. A demonstration server's clock
// runs faster, and says so; nothing else makes time run fast, neither a step of a clock nor a till that slept. Pure;
// one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "canteen/domain/base/time.h"

namespace canteen::till {

inline constexpr std::int64_t max_pace = 1'000;

class OffsetClock {
public:
    // Notes that the server said `server` when the till's clock said `local`.
    void contact(Timestamp local, Timestamp server) { last_ = Contact{local, server}; }
    // Sets the pace that the server says; takes 1 for anything that is no pace.
    void set_pace(std::int64_t pace) { pace_ = pace >= 1 && pace <= max_pace ? pace : 1; }
    // Goes on from the offset of an earlier run, until the next contact.
    void resume(std::chrono::milliseconds offset) { last_ = Contact{{0}, Timestamp{0} + offset}; }
    // Returns the till's own clock as long as there was no contact.
    Timestamp server_time(Timestamp local) const;
    // Returns how many server milliseconds pass during one of the till's.
    std::int64_t pace() const { return pace_; }

private:
    struct Contact {
        Timestamp local, server;
    };
    std::optional<Contact> last_;
    std::int64_t pace_ = 1;
};

}  // namespace canteen::till
