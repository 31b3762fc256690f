// A till's numbering, as the till and the server each know it. Values; any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>

#include "canteen/domain/base/time.h"
#include "canteen/domain/model/device.h"

namespace canteen {

struct TillState {
    std::uint64_t last_device_seq = 0;
    Hash last_hash{};
    std::uint32_t last_pickup_count = 0;
    Date pickup_date;
    bool operator==(const TillState&) const = default;

    // Links may be told in any order.
    void note_link(std::uint64_t device_seq, const Hash& hash) {
        if (device_seq <= last_device_seq) return;
        last_device_seq = device_seq;
        last_hash = hash;
    }
    // Counts begin anew each day; a late one from an earlier day changes nothing.
    void note_pickup(Date date, std::uint32_t count) {
        if (date < pickup_date) return;
        last_pickup_count = date == pickup_date ? std::max(last_pickup_count, count) : count;
        pickup_date = date;
    }
};

using TillStates = std::map<DeviceId, TillState>;

}  // namespace canteen
