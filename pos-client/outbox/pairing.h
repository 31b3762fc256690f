// Which server a till belongs to and who it is there; kept in its outbox. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "canteen/domain/device.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

struct Pairing {
    std::string host;  // as dialled: it stands in what the till signs
    std::uint16_t port = 0;
    DeviceId device;
    std::string name;
    std::string letters;  // of its pickup numbers
    bool operator==(const Pairing&) const = default;
};

void keep_pairing(Outbox& outbox, const Pairing& pairing);
// Nothing if the till was never paired.
std::optional<Pairing> kept_pairing(const Outbox& outbox);

// "kitchen.local:8080", "[::1]:8080", or nothing.
struct ServerAddress {
    std::string host;
    std::uint16_t port = 0;
};
std::optional<ServerAddress> parse_server(const std::string& text);

}  // namespace canteen::till
