// Keeps the site's bound on accounts without the server on the till's disk, for a start without the server. One thread.
#pragma once

#include <optional>

#include "canteen/domain/model/site.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

// Returns nothing if no server ever told one.
std::optional<OfflineAccounts> kept_bounds(const Outbox& outbox);
void keep_bounds(Outbox& outbox, const std::optional<OfflineAccounts>& bounds);

}  // namespace canteen::till
