#include "pos-client/outbox/pairing.h"

#include <algorithm>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/base/number.h"

namespace canteen::till {
namespace {

constexpr const char* server_name = "pairing.server";
constexpr const char* device_name = "pairing.device";
constexpr const char* till_name = "pairing.name";
constexpr const char* letters_name = "letters";
constexpr const char* canteen_name = "pairing.canteen";
constexpr const char* head_key_name = "journal.key";
constexpr const char* trouble_name = "trouble";

}  // namespace

void keep_pairing(Outbox& outbox, const Pairing& pairing) {
    outbox.keep(server_name, pairing.host + ":" + std::to_string(pairing.port));
    outbox.keep(till_name, pairing.name);
    outbox.keep(letters_name, pairing.letters);
    if (pairing.canteen != Hash{}) keep_canteen(outbox, pairing.canteen);
    if (pairing.head_key != PublicKey{}) keep_head_key(outbox, pairing.head_key);
    keep_trouble(outbox, "");
    // Last: with the device the pairing is whole.
    outbox.keep(device_name, {pairing.device.bytes.begin(), pairing.device.bytes.end()});
}

std::optional<Pairing> kept_pairing(const Outbox& outbox) {
    const auto server = outbox.kept(server_name), device = outbox.kept(device_name);
    Pairing pairing;
    if (!server || !device || device->size() != pairing.device.bytes.size()) return std::nullopt;
    const auto colon = server->rfind(':');
    pairing.host = server->substr(0, colon);
    pairing.port = whole_number<std::uint16_t>(server->substr(colon + 1)).value_or(0);
    std::transform(device->begin(), device->end(), pairing.device.bytes.begin(),
                   [](char c) { return static_cast<std::uint8_t>(c); });
    pairing.name = outbox.kept(till_name).value_or("");
    pairing.letters = outbox.kept(letters_name).value_or("");
    pairing.canteen = kept_canteen(outbox);
    pairing.head_key = kept_head_key(outbox);
    return pairing;
}

Hash kept_canteen(const Outbox& outbox) {
    Hash canteen{};
    const auto bytes = outbox.kept(canteen_name).value_or("");
    if (bytes.size() != canteen.size()) return canteen;
    std::transform(bytes.begin(), bytes.end(), canteen.begin(), [](char c) { return static_cast<std::uint8_t>(c); });
    return canteen;
}

void keep_canteen(Outbox& outbox, const Hash& canteen) {
    outbox.keep(canteen_name, {canteen.begin(), canteen.end()});
}

PublicKey kept_head_key(const Outbox& outbox) {
    return from_hex<std::tuple_size_v<PublicKey>>(outbox.kept(head_key_name).value_or("")).value_or(PublicKey{});
}

void keep_head_key(Outbox& outbox, const PublicKey& key) {
    outbox.keep(head_key_name, to_hex(key));
}

std::string kept_trouble(const Outbox& outbox) {
    return outbox.kept(trouble_name).value_or("");
}

void keep_trouble(Outbox& outbox, const std::string& trouble) {
    outbox.keep(trouble_name, trouble);
}

std::optional<ServerAddress> parse_server(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    const auto port = whole_number<std::uint16_t>(std::string_view(text).substr(colon + 1));
    if (!port || *port == 0) return std::nullopt;
    ServerAddress address{text.substr(0, colon), *port};
    if (address.host.front() == '[' && address.host.back() == ']') {
        address.host = address.host.substr(1, address.host.size() - 2);
    }
    if (address.host.empty()) return std::nullopt;
    return address;
}

}  // namespace canteen::till
