#include "pos-client/till/offset_clock.h"

namespace canteen::till {

Timestamp OffsetClock::server_time(Timestamp local) const {
    if (!last_) return local;
    return last_->server + (local - last_->local) * pace_;
}

}  // namespace canteen::till
