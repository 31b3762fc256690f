#include "pos-client/till/offset_clock.h"

#include <algorithm>

namespace canteen::till {

void OffsetClock::contact(Timestamp local, Timestamp server, std::chrono::milliseconds slack) {
    last_ = Contact{local, server, slack};
    if (!first_ || local < first_->local || server < first_->server) first_ = last_;
    const auto ours = local - first_->local;
    if (ours < min_pace_interval) return;
    const auto theirs = server - first_->server;
    const auto rounded = (theirs.count() + ours.count() / 2) / ours.count();
    const auto doubt = network_jitter + first_->slack + slack;
    pace_ = theirs - ours > doubt ? std::clamp<std::int64_t>(rounded, 1, max_pace) : 1;
    // A pace is measured over one interval only: a clock that is set anew must not spoil it for ever.
    first_ = last_;
}

void OffsetClock::resume(std::chrono::milliseconds offset) {
    last_ = Contact{{0}, Timestamp{0} + offset, {}};
}

Timestamp OffsetClock::server_time(Timestamp local) const {
    if (!last_) return local;
    return last_->server + (local - last_->local) * pace_;
}

}  // namespace canteen::till
