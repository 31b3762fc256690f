#include "canteen/admin/device_line.h"

#include "canteen/app/sessions/permissions.h"
#include "canteen/crypto/hash.h"

namespace canteen {

std::string device_line(const Device& device, std::optional<Timestamp> seen, std::size_t sessions) {
    std::string line = to_hex(as_view(device.id.bytes)) + "  " + std::string(name_of(device.role)) + "  " + device.name;
    if (!device.letters.empty()) line += "  " + device.letters;
    line += device.claimed ? "  claimed" : "  not claimed yet";
    line += seen ? ", last seen " + to_string(date_at_site(*seen)) + " " + to_string(minute_at_site(*seen))
                 : ", never seen";
    if (sessions == 1) line += ", connected";
    if (sessions > 1) line += ", connected " + std::to_string(sessions) + " times";
    return line;
}

}  // namespace canteen
