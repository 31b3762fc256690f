#include <boost/json/parse.hpp>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include "canteen/crypto/hash.h"
#include "canteen/net/http_client.h"
#include "pos-client/commands.h"
#include "pos-client/outbox/pairing.h"
#include "pos-client/outbox/till_directory.h"

namespace canteen::till {
namespace {

constexpr unsigned http_ok = 200;

std::optional<DeviceId> device_in(std::string_view hex) {
    DeviceId id;
    if (hex.size() != id.bytes.size() * 2) return std::nullopt;
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(std::stoul(std::string(hex.substr(2 * i, 2)), nullptr, 16));
    }
    return id;
}

// {"device_id": hex, "name": ..., "letters": ...}; nothing if it is something else.
std::optional<Pairing> pairing_in(const std::string& reply, const ServerAddress& server) {
    boost::system::error_code error;
    const auto json = boost::json::parse(reply, error);
    const auto* object = error ? nullptr : json.if_object();
    if (!object) return std::nullopt;
    const auto text = [object](std::string_view name) {
        const auto* value = object->if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    const auto device = device_in(text("device_id"));
    if (!device) return std::nullopt;
    return Pairing{server.host, server.port, *device, text("name"), text("letters")};
}

}  // namespace

int pair(const PairOptions& options) {
    const auto server = parse_server(options.server);
    if (!server) {
        std::cerr << "--server: HOST:PORT\n";
        return exit_usage;
    }
    const TillDirectory directory(options.directory);
    SystemRandom random;
    const auto key = public_key_of(directory.key(random));
    const auto form = "code=" + form_encoded(options.code) +
                      "&public_key=" + to_hex({reinterpret_cast<const char*>(key.data()), key.size()});
    const auto reply = post_form(server->host, server->port, "/enrol", form);
    const auto pairing = reply.status == http_ok ? pairing_in(reply.body, *server) : std::nullopt;
    if (!pairing) {
        std::cerr << reply.status << " " << reply.body << "\n";
        return exit_failed;
    }
    Outbox outbox(directory.outbox_file());
    keep_pairing(outbox, *pairing);
    std::cout << text(options.language, "till.paired", {{"name", pairing->name}, {"letters", pairing->letters}})
              << "\n";
    return exit_done;
}

}  // namespace canteen::till
