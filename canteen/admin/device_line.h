// Shows a device to the operator. Pure.
#pragma once

#include <optional>
#include <string>

#include "canteen/domain/base/time.h"
#include "canteen/domain/model/device.h"

namespace canteen {

// Returns "0196… till A 窗口一 claimed, last seen 2026-04-14 11:30, connected". Without `seen` it was never seen;
// `sessions` counts the open ones.
std::string device_line(const Device& device, std::optional<Timestamp> seen, std::size_t sessions);

}  // namespace canteen
