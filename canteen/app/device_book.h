// The devices as sessions know them: who is enrolled, whose cookie that is, and where each till's numbers stand.
// Built at start, then kept by committed batches. Owned by the I/O thread.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "canteen/app/writer.h"

namespace canteen {

// How a cookie's value is kept: nobody can log in with what stands in the database.
Hash hash_of_cookie(std::string_view value);

class DeviceBook {
public:
    DeviceBook(const std::vector<Device>& devices, const std::vector<DeviceChain>& chains,
               const std::vector<std::pair<Hash, DeviceId>>& cookies);

    // Null if there is none.
    const Device* find(DeviceId device) const;
    const Device* by_cookie(std::string_view value) const;
    // Of the devices that are not revoked; null if none has the name.
    const Device* by_name(std::string_view name) const;
    // The till of that name; if all of the name were revoked, the last that was enrolled. Null if there is none.
    const Device* till_by_name(std::string_view name) const;
    // Zero for a till that never sent anything.
    TillState till_state(DeviceId device) const;

    void add_cookie(const Hash& cookie_hash, DeviceId device) { cookies_[cookie_hash] = device; }
    // Returns whose sessions end by it, and why: revoked, or proven by a key that is no longer theirs.
    struct Ended {
        DeviceId device;
        const char* why;
    };
    std::vector<Ended> apply(const CommittedBatch& batch);

private:
    std::map<DeviceId, Device> devices_;
    std::map<DeviceId, DeviceChain> chains_;
    std::map<Hash, DeviceId> cookies_;
};

}  // namespace canteen
