// A device's request to be let in, read from a form or a flat JSON object. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "canteen/app/connection_gate.h"
#include "canteen/domain/model/device.h"

namespace canteen {

struct RedeemRequest {
    std::string code;                     // normalised
    std::optional<PublicKey> public_key;  // of a till; a screen has none
    // A till that has entries to send takes the code only as this device, and of this canteen.
    std::optional<DeviceId> device = {};
    std::optional<Hash> canteen = {};
    std::string nonce = {};  // of a screen that would ask again; "" if it sent none
    bool operator==(const RedeemRequest&) const = default;
};

// Fields `code`, `public_key` (64 hex digits), `device` (32), `canteen` (64) and `nonce` (up to 64 characters). Nothing
// if the body cannot be read or has no code.
std::optional<RedeemRequest> read_redeem_request(const HttpRequest& request);

}  // namespace canteen
