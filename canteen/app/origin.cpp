#include "canteen/app/origin.h"

#include <algorithm>
#include <string_view>

namespace canteen {
namespace {

constexpr std::string_view scheme_end = "://";

// "canteen.lan:8080" -> the same, "canteen.lan" -> "canteen.lan:80" or ":443", so that two can be compared.
std::string with_port(std::string authority, bool over_tls) {
    std::ranges::transform(authority, authority.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto port = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
    return port == std::string::npos ? authority + (over_tls ? ":443" : ":80") : authority;
}

}  // namespace

// A page of ours was loaded from where it now dials: the same scheme, name and port. Scripts send no origin.
bool is_own_origin(const std::string& origin, const std::string& authority, bool over_tls) {
    if (origin.empty()) return true;
    const std::string scheme = over_tls ? "https" : "http";
    if (!origin.starts_with(scheme + std::string(scheme_end))) return false;
    return with_port(origin.substr(scheme.size() + scheme_end.size()), over_tls) == with_port(authority, over_tls);
}

}  // namespace canteen
