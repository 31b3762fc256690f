#include "canteen/net/header_text.h"

namespace canteen {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string_view> split(std::string_view value, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto end = value.find(separator);
        if (const auto part = trimmed(value.substr(0, end)); !part.empty()) parts.push_back(part);
        if (end == std::string_view::npos) return parts;
        value.remove_prefix(end + 1);
    }
}

// True for "q=0", "q=0.0", ...
bool is_refused_by_weight(std::string_view parameter) {
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return false;
    return parameter.substr(2).find_first_not_of("0.") == std::string_view::npos;
}

}  // namespace

std::vector<std::string_view> comma_list(std::string_view value) {
    return split(value, ',');
}

std::string host_without_port(std::string_view host) {
    if (host.starts_with('[')) return std::string(host.substr(1, host.find(']') - 1));
    return std::string(host.substr(0, host.find(':')));
}

std::string cookie_value(std::string_view cookie_header, std::string_view name) {
    for (const auto pair : split(cookie_header, ';')) {
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && trimmed(pair.substr(0, equals)) == name)
            return std::string(trimmed(pair.substr(equals + 1)));
    }
    return {};
}

bool accepts_gzip(std::string_view accept_encoding) {
    for (const auto choice : comma_list(accept_encoding)) {
        const auto parts = split(choice, ';');
        if (parts.empty() || (parts[0] != "gzip" && parts[0] != "*")) continue;
        return parts.size() < 2 || !is_refused_by_weight(parts[1]);
    }
    return false;
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
    for (auto tag : comma_list(if_none_match)) {
        if (tag == "*") return true;
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag.size() == etag.size() + 2 && tag.front() == '"' && tag.back() == '"' &&
            tag.substr(1, etag.size()) == etag)
            return true;
    }
    return false;
}

std::string_view name_of(Encoding encoding) {
    return encoding == Encoding::binary ? binary_subprotocol : json_subprotocol;
}

std::optional<Encoding> choose_subprotocol(std::string_view offered) {
    for (const auto name : comma_list(offered)) {
        if (name == binary_subprotocol) return Encoding::binary;
        if (name == json_subprotocol) return Encoding::json;
    }
    return std::nullopt;
}

}  // namespace canteen
