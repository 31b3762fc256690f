#include "canteen/domain/devices.h"

#include <algorithm>

#include "canteen/domain/refusal.h"

namespace canteen {

Outcome decide_enrol_device(const Canteen& state, const EnrolDevice& command) {
    const Device& device = command.device;
    const bool taken = !device.letters.empty() && std::any_of(state.devices.begin(), state.devices.end(), [&](auto& d) {
        return d.first != device.id &&
               d.second.letters == device.letters;  // also a revoked one's: its numbers stay unique
    });
    if (taken) return refuse(RejectionCode::letters_taken, {param("letters", device.letters)});
    const auto known = state.devices.find(device.id);
    if (known != state.devices.end() && known->second == device) return Events{};
    return Events{DeviceEnrolled{device}};
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
