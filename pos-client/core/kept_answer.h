// Reads the server's answer to an entry off the till's disk. One thread.
#pragma once

#include <optional>

#include "canteen/app/message.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

// Returns nothing while there is no answer, or if it was a refusal.
std::optional<Committed> committed_answer(const Outbox& outbox, const Entry& entry);

}  // namespace canteen::till
