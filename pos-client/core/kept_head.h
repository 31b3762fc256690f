// The newest row of the server's journal that this till was told, as the site signed it: a copy outside of the server,
// and what its slips name. On the till's disk. One thread.
#pragma once

#include <optional>

#include "canteen/app/message.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

inline constexpr std::chrono::seconds keep_head_every{60};

struct KeptHead {
    SignedHead head;
    Timestamp at;  // server time: a slip printed cut off says as of when
    bool operator==(const KeptHead&) const = default;
};

// Nothing if no server ever told one.
std::optional<KeptHead> kept_head(const Outbox& outbox);
void keep_head(Outbox& outbox, const KeptHead& head);

}  // namespace canteen::till
