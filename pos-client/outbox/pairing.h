// Which server a till belongs to and who it is there; kept in its outbox. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "canteen/domain/model/device.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

struct Pairing {
    std::string host;  // as dialled: it stands in what the till signs
    std::uint16_t port = 0;
    DeviceId device;
    std::string name;
    std::string letters;   // of its pickup numbers
    Hash canteen{};        // whose books the outbox belongs to; zero: not known yet
    PublicKey head_key{};  // of the site's signatures; zero: an older server, which signs nothing
    bool operator==(const Pairing&) const = default;
};

void keep_pairing(Outbox& outbox, const Pairing& pairing);
// Nothing if the till was never paired.
std::optional<Pairing> kept_pairing(const Outbox& outbox);

// Whose books the outbox belongs to; zero if nobody has said so yet.
Hash kept_canteen(const Outbox& outbox);
void keep_canteen(Outbox& outbox, const Hash& canteen);

// The key of the site whose signatures are believed: that of the pairing, or the first that this canteen's server told.
// Zero: none yet.
PublicKey kept_head_key(const Outbox& outbox);
void keep_head_key(Outbox& outbox, const PublicKey& key);

// Why nothing gets through to the server, as last known: a text's key behind "trouble."; "" if all is well.
std::string kept_trouble(const Outbox& outbox);
void keep_trouble(Outbox& outbox, const std::string& trouble);

// "kitchen.local:8080", "[::1]:8080", or nothing.
struct ServerAddress {
    std::string host;
    std::uint16_t port = 0;
};
std::optional<ServerAddress> parse_server(const std::string& text);

}  // namespace canteen::till
