#include "canteen/app/sessions/device_book.h"

#include <algorithm>
#include <utility>

#include "canteen/domain/base/hex.h"

namespace canteen {

Hash hash_of_cookie(std::string_view value) {
    return hash_of({"canteen.v1 cookie", value});
}

DeviceBook::DeviceBook(const std::vector<Device>& devices, TillStates chains,
                       const std::vector<std::pair<Hash, DeviceId>>& cookies,
                       const std::vector<std::pair<DeviceId, Timestamp>>& seen)
    : chains_(std::move(chains)), cookies_(cookies.begin(), cookies.end()) {
    for (const auto& [device, at] : seen) seen_[device] = {at, at};
    for (const auto& device : devices) devices_[device.id] = device;
}

const Device* DeviceBook::find(DeviceId device) const {
    auto found = devices_.find(device);
    return found == devices_.end() ? nullptr : &found->second;
}

std::vector<Device> DeviceBook::called(std::string_view name_or_id) const {
    auto found = live();
    std::erase_if(found, [&](const Device& device) {
        return device.name != name_or_id && to_hex(device.id.bytes) != name_or_id;
    });
    return found;
}

std::vector<Device> DeviceBook::all() const {
    std::vector<Device> all;
    for (const auto& [id, device] : devices_) all.push_back(device);
    return all;
}

std::vector<Device> DeviceBook::live() const {
    std::vector<Device> live;
    for (const auto& [id, device] : devices_)
        if (!device.revoked) live.push_back(device);
    return live;
}

std::optional<Timestamp> DeviceBook::seen(DeviceId device) const {
    const auto found = seen_.find(device);
    return found == seen_.end() ? std::nullopt : std::optional(found->second.last);
}

bool DeviceBook::note_seen(DeviceId device, Timestamp now) {
    auto [at, is_new] = seen_.try_emplace(device, Seen{now, now});
    at->second.last = now;
    if (!is_new && now - at->second.kept < keep_seen_every && now >= at->second.kept) return false;
    at->second.kept = now;
    return true;
}

void DeviceBook::set_cookie(const Hash& cookie_hash, DeviceId device) {
    std::erase_if(cookies_, [device](const auto& cookie) { return cookie.second == device; });
    cookies_[cookie_hash] = device;
}

const Device* DeviceBook::by_cookie(std::string_view value) const {
    if (value.empty()) return nullptr;
    auto found = cookies_.find(hash_of_cookie(value));
    return found == cookies_.end() ? nullptr : find(found->second);
}

TillState DeviceBook::till_state(DeviceId device) const {
    auto found = chains_.find(device);
    return found == chains_.end() ? TillState{} : found->second;
}

// Ids are of their time: the last is the newest.
const Device* DeviceBook::till_by_name(std::string_view name) const {
    const Device* last = nullptr;
    for (const auto& [id, device] : devices_) {
        if (device.role != Role::till || device.name != name) continue;
        if (!device.revoked) return &device;
        last = &device;
    }
    return last;
}

std::vector<DeviceBook::Ended> DeviceBook::apply(const CommittedBatch& batch) {
    std::vector<Ended> ended;
    for (const auto& row : batch.rows) {
        for (const auto& event : row.events) {
            if (const auto* e = std::get_if<DeviceEnrolled>(&event)) devices_[e->device.id] = e->device;
            if (const auto* e = std::get_if<DeviceClaimed>(&event)) {
                auto& device = devices_[e->device];
                if (device.claimed && device.public_key != e->public_key)
                    ended.push_back({e->device, "signature_wrong"});
                device.public_key = e->public_key;
                device.claimed = true;
            }
            if (const auto* e = std::get_if<DeviceRevoked>(&event)) {
                devices_[e->device].revoked = true;
                ended.push_back({e->device, "revoked"});
            }
        }
    }
    for (const auto& [device, state] : batch.chains) chains_[device] = state;
    return ended;
}

}  // namespace canteen
