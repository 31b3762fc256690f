// The devices as sessions know them: who is enrolled, whose cookie that is, and where each till's numbers stand.
// Built at start, then kept by committed batches. Owned by the I/O thread.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "canteen/app/writer/writer.h"

namespace canteen {

// How a cookie's value is kept: nobody can log in with what stands in the database.
Hash hash_of_cookie(std::string_view value);

// A device that comes and goes is written down so often.
inline constexpr std::chrono::minutes keep_seen_every{10};

class DeviceBook {
public:
    DeviceBook(const std::vector<Device>& devices, TillStates chains,
               const std::vector<std::pair<Hash, DeviceId>>& cookies,
               const std::vector<std::pair<DeviceId, Timestamp>>& seen);

    // Null if there is none.
    const Device* find(DeviceId device) const;
    const Device* by_cookie(std::string_view value) const;
    // Returns the devices that are not revoked and have the name, or the id in hex digits.
    std::vector<Device> called(std::string_view name_or_id) const;
    // Returns all, also those that are revoked.
    std::vector<Device> all() const;
    // Returns all that are not revoked.
    std::vector<Device> live() const;
    // When it was last let in; nothing if it never was.
    std::optional<Timestamp> seen(DeviceId device) const;
    // It is let in now. True if that is to be kept: the time kept is older than keep_seen_every.
    bool note_seen(DeviceId device, Timestamp now);
    // The till of that name; if all of the name were revoked, the last that was enrolled. Null if there is none.
    const Device* till_by_name(std::string_view name) const;
    // Zero for a till that never sent anything.
    TillState till_state(DeviceId device) const;

    // The device's only one.
    void set_cookie(const Hash& cookie_hash, DeviceId device);
    // Returns whose sessions end by it, and why: revoked, or proven by a key that is no longer theirs.
    struct Ended {
        DeviceId device;
        const char* why;
    };
    std::vector<Ended> apply(const CommittedBatch& batch);

private:
    std::map<DeviceId, Device> devices_;
    TillStates chains_;
    std::map<Hash, DeviceId> cookies_;
    struct Seen {
        Timestamp last, kept;
    };
    std::map<DeviceId, Seen> seen_;
};

}  // namespace canteen
