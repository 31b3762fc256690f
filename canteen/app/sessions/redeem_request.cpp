#include "canteen/app/sessions/redeem_request.h"

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

// An object of plain strings without escapes: a code and a key need no others.
class FlatJson {
public:
    explicit FlatJson(std::string_view text) : rest_(text) {}

    std::optional<Fields> read() {
        Fields fields;
        if (!take('{')) return std::nullopt;
        do {
            auto name = string();
            if (!name || !take(':')) return std::nullopt;
            auto value = string();
            if (!value) return std::nullopt;
            fields[*name] = *value;
        } while (take(','));
        if (!take('}')) return std::nullopt;
        skip_space();
        return rest_.empty() ? std::optional(fields) : std::nullopt;
    }

private:
    void skip_space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }
    bool take(char c) {
        skip_space();
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::optional<std::string> string() {
        if (!take('"')) return std::nullopt;
        auto end = rest_.find_first_of("\"\\");
        if (end == std::string_view::npos || rest_[end] == '\\') return std::nullopt;
        std::string text(rest_.substr(0, end));
        rest_.remove_prefix(end + 1);
        return text;
    }

    std::string_view rest_;
};

}  // namespace

std::optional<RedeemRequest> read_redeem_request(const HttpRequest& request) {
    bool is_json = request.content_type.starts_with("application/json");
    auto fields = is_json ? FlatJson(request.body).read() : read_form(request.body);
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

std::string json_text(std::string_view text) {
    std::string json = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') json += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            json += "\\u00" + to_hex(std::string_view(&c, 1));
        else
            json += c;
    }
    return json + '"';
}

}  // namespace canteen
