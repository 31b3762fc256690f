#include "canteen/app/redeem_request.h"

#include <boost/json/parse.hpp>
#include <map>

#include "canteen/app/enrolment_code.h"
#include "canteen/domain/base/hex.h"

namespace canteen {
namespace {

constexpr std::size_t max_nonce_characters = 64;

using Fields = std::map<std::string, std::string>;

// False if the field is there and cannot be read.
template <std::size_t size>
bool read_field(const Fields& fields, const char* name, std::optional<std::array<std::uint8_t, size>>& into) {
    const auto field = fields.find(name);
    if (field == fields.end()) return true;
    into = from_hex<size>(field->second);
    return into.has_value();
}

std::string unescape_form(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto escaped = text[i] == '%' ? from_hex<1>(text.substr(i + 1, 2)) : std::nullopt;
        if (escaped) {
            plain += static_cast<char>(escaped->front());
            i += 2;
            continue;
        }
        plain += text[i] == '+' ? ' ' : text[i];
    }
    return plain;
}

Fields read_form(std::string_view body) {
    Fields fields;
    while (!body.empty()) {
        auto pair = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(body.size(), pair.size() + 1));
        auto equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        fields[unescape_form(pair.substr(0, equals))] = unescape_form(pair.substr(equals + 1));
    }
    return fields;
}

// An object of strings.
std::optional<Fields> read_json(std::string_view body) {
    boost::system::error_code error;
    const auto json = boost::json::parse(body, error);
    const auto* object = error ? nullptr : json.if_object();
    if (!object) return std::nullopt;
    Fields fields;
    for (const auto& [name, value] : *object) {
        if (!value.is_string()) return std::nullopt;
        fields[std::string(name)] = std::string(value.get_string());
    }
    return fields;
}

}  // namespace

std::optional<RedeemRequest> read_redeem_request(const HttpRequest& request) {
    bool is_json = request.content_type.starts_with("application/json");
    auto fields = is_json ? read_json(request.body) : read_form(request.body);
    if (!fields) return std::nullopt;
    RedeemRequest claim;
    claim.code = normalise_enrolment_code((*fields)["code"]);
    if (claim.code.empty()) return std::nullopt;
    claim.nonce = (*fields)["nonce"].substr(0, max_nonce_characters);
    std::optional<Bytes16> device;
    const bool all_read = read_field(*fields, "public_key", claim.public_key) &&
                          read_field(*fields, "canteen", claim.canteen) && read_field(*fields, "device", device);
    if (!all_read) return std::nullopt;
    if (device) claim.device = DeviceId{*device};
    return claim;
}

}  // namespace canteen
