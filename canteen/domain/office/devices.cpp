#include "canteen/domain/office/devices.h"

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/office/minted.h"

namespace canteen {
namespace {

// Its one-time code ran out before anybody used it. A device's id says when it was enrolled.
bool is_over(const Device& device, Timestamp now) {
    return !device.claimed && !device.revoked && now >= minted_at(device.id.bytes) + unclaimed_device_lives;
}

// A claimed one's stay its own, also when it was shut out: its numbers stay unique. One that never came in has none.
bool holds_letters(const Device& device, Timestamp now) {
    return device.claimed || (!device.revoked && !is_over(device, now));
}

bool is_live(const Device& device, Timestamp now) {
    return !device.revoked && !is_over(device, now);
}

}  // namespace

Outcome decide_enrol_device(const Canteen& state, const EnrolDevice& command, Timestamp now) {
    const Device& device = command.device;
    const auto known = state.devices.find(device.id);
    if (known != state.devices.end() && known->second == device) return Events{};
    for (const auto& [id, other] : state.devices) {
        if (id == device.id) continue;
        if (!device.letters.empty() && other.letters == device.letters && holds_letters(other, now))
            return refuse(RejectionCode::letters_taken, {param("letters", device.letters)});
        if (other.name == device.name && is_live(other, now)) return refuse(RejectionCode::name_taken);
    }
    Events events = end_unclaimed(state, now);
    events.emplace_back(DeviceEnrolled{device});
    return events;
}

Events end_unclaimed(const Canteen& state, Timestamp now) {
    Events events;
    for (const auto& [id, device] : state.devices)
        if (is_over(device, now)) events.emplace_back(DeviceRevoked{id});
    return events;
}

Outcome decide_claim_device(const Canteen& state, const ClaimDevice& command) {
    const auto device = state.devices.find(command.device);
    if (device == state.devices.end() || device->second.revoked) return refuse(RejectionCode::device_unknown);
    if (device->second.claimed && device->second.public_key == command.public_key) return Events{};
    return Events{DeviceClaimed{command.device, command.public_key}};
}

Outcome decide_revoke_device(const Canteen& state, const RevokeDevice& command) {
    const auto device = state.devices.find(command.device);
    if (device == state.devices.end()) return refuse(RejectionCode::device_unknown);
    if (device->second.revoked) return Events{};
    return Events{DeviceRevoked{command.device}};
}

}  // namespace canteen
