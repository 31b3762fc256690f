#include <boost/json/parse.hpp>
#include <filesystem>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include "canteen/domain/base/hex.h"
#include "canteen/net/http_client.h"
#include "canteen/texts/say.h"
#include "pos-client/borrow.h"
#include "pos-client/commands.h"
#include "pos-client/outbox/pairing.h"
#include "pos-client/outbox/till_directory.h"

namespace canteen::till {
namespace {

constexpr unsigned http_ok = 200, http_conflict = 409;

// {"device_id": hex, "name": ..., "letters": ..., "canteen": hex, "head_key": hex}; nothing if it is something else.
std::optional<Pairing> pairing_in(const std::string& reply, const ServerAddress& server) {
    boost::system::error_code error;
    const auto json = boost::json::parse(reply, error);
    const auto* object = error ? nullptr : json.if_object();
    if (!object) return std::nullopt;
    const auto text = [object](std::string_view name) {
        const auto* value = object->if_contains(name);
        return value && value->is_string() ? std::string(value->get_string()) : std::string();
    };
    const auto device = from_hex<16>(text("device_id"));
    if (!device) return std::nullopt;
    return Pairing{server.host,
                   server.port,
                   DeviceId{*device},
                   text("name"),
                   text("letters"),
                   from_hex<std::tuple_size_v<Hash>>(text("canteen")).value_or(Hash{}),
                   from_hex<std::tuple_size_v<PublicKey>>(text("head_key")).value_or(PublicKey{})};
}

// What the directory holds of an earlier pairing.
struct Before {
    std::optional<Pairing> pairing;
    std::size_t waiting = 0;  // entries
    bool has_entries = false;

    // An outbox belongs to one till of one canteen.
    bool is_of(const Pairing& now) const {
        if (!pairing) return !has_entries;
        const bool same_books = pairing->canteen == Hash{} || now.canteen == Hash{} || pairing->canteen == now.canteen;
        return pairing->device == now.device && same_books;
    }
};

Before before_in(const TillDirectory& directory) {
    if (!std::filesystem::exists(directory.outbox_file())) return {};
    const Outbox outbox(directory.outbox_file());
    return {kept_pairing(outbox), outbox.queued_count(), outbox.head().device_seq > 0};
}

// The server gives the code back if it is not for the till, and the canteen, that the waiting entries belong to.
std::string form_of(const PairOptions& options, const PublicKey& key, const Before& before) {
    auto form = "code=" + form_encoded(options.code) + "&public_key=" + to_hex(key);
    if (before.waiting == 0 || !before.pairing) return form;
    form += "&device=" + to_hex(before.pairing->device.bytes);
    if (before.pairing->canteen != Hash{}) form += "&canteen=" + to_hex(before.pairing->canteen);
    return form;
}

int say_waiting(const PairOptions& options, const Before& before) {
    std::cerr << say("till.pair_waiting", {{"count", std::to_string(before.waiting)}}, options.language) << "\n";
    return exit_refused;
}

void keep(const TillDirectory& directory, const Pairing& pairing, const Before& before, Language language) {
    if (!before.is_of(pairing)) {
        const auto aside = directory.set_outbox_aside();
        std::cout << say("till.outbox_aside", {{"file", aside.string()}}, language) << "\n";
    }
    directory.keep_new_key();
    Outbox outbox(directory.outbox_file());
    keep_pairing(outbox, pairing);
    std::cout << say("till.paired", {{"name", pairing.name}, {"letters", pairing.letters}}, language) << "\n";
}

}  // namespace

int pair(const PairOptions& options) {
    const auto server = parse_server(options.server);
    if (!server) {
        std::cerr << "--server: HOST:PORT\n";
        return exit_usage;
    }
    borrow(options.directory);
    const TillDirectory directory(options.directory);
    const auto before = before_in(directory);
    SystemRandom random;
    const auto key = public_key_of(directory.new_key(random));
    const auto reply = post_form(server->host, server->port, "/enrol", form_of(options, key, before));
    if (reply.status == http_conflict && before.waiting > 0) return say_waiting(options, before);
    const auto pairing = reply.status == http_ok ? pairing_in(reply.body, *server) : std::nullopt;
    if (!pairing) {
        std::cerr << reply.status << " " << reply.body << "\n";
        return exit_failed;
    }
    if (before.waiting > 0 && !before.is_of(*pairing)) return say_waiting(options, before);
    keep(directory, *pairing, before, options.language);
    return exit_done;
}

}  // namespace canteen::till
