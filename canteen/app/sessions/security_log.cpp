#include "canteen/app/sessions/security_log.h"

#include <utility>

#include "canteen/app/address.h"
#include "canteen/domain/base/hex.h"

namespace canteen {
namespace {

// A front's header may say anything.
std::string address_in(const std::string& text) {
    return is_address(text) ? text : "?";
}

}  // namespace

void SecurityLog::note(const std::string& what, const std::string& code, const std::string& address, DeviceId device,
                       Instant now) {
    if (!sink_) return;
    const auto shown = address_in(address);
    const auto counted = counted_address(shown);
    if (addresses_.size() >= max_addresses && !addresses_.contains(counted)) addresses_.clear();
    auto& of_address = addresses_[counted];
    if (of_address.lines == 0 || now - of_address.since >= window) {
        of_address.since = now;
        of_address.lines = 0;
    }
    if (of_address.lines >= lines_a_window) {
        ++of_address.left_out;
        return;
    }
    ++of_address.lines;
    std::string line = "security what=" + what + " code=" + code + " address=" + shown;
    if (!device.is_nil()) line += " device=" + to_hex(device.bytes);
    if (of_address.left_out != 0) line += " left_out=" + std::to_string(std::exchange(of_address.left_out, 0));
    sink_(line);
}

}  // namespace canteen
