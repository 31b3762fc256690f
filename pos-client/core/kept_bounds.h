// The site's bound on accounts without the server, kept on the till's disk for a start without it. One thread.
#pragma once

#include <optional>

#include "canteen/domain/model/site.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

// Nothing: no server ever told one.
std::optional<OfflineAccounts> kept_bounds(const Outbox& outbox);
void keep_bounds(Outbox& outbox, const std::optional<OfflineAccounts>& bounds);

}  // namespace canteen::till
