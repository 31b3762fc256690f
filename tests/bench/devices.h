// The devices a measurement connects with: paired once through POST /enrol, kept in a text file beside the canteen.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "canteen/crypto/sign.h"
#include "canteen/domain/base/ids.h"

namespace canteen::bench {

struct TillKey {
    std::string letters;  // begin its pickup numbers
    DeviceId device;
    SigningSeed seed{};
};

struct Devices {
    std::vector<TillKey> tills;
    std::vector<std::string> cookies;  // one for each kitchen screen
};

// `codes` has lines "till LETTERS CODE" or "kitchen NAME CODE". Exchanges each at the server and writes `devices`.
// Throws std::runtime_error.
void pair_devices(std::uint16_t port, const std::string& codes, const std::string& devices);
Devices read_devices(const std::string& file);

}  // namespace canteen::bench
