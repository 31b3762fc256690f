#include "canteen/app/screen_cookie.h"

#include <array>

#include "canteen/domain/base/hex.h"

namespace canteen {

std::string fresh_cookie(Random& random) {
    std::array<std::uint8_t, cookie_bytes> bytes{};
    random.fill(bytes);
    return to_hex(bytes);
}

std::string set_cookie(std::string_view name, const std::string& value, bool over_tls) {
    const auto age = std::chrono::duration_cast<std::chrono::seconds>(cookie_lives).count();
    return (over_tls ? std::string(secure_cookie_prefix) : "") + std::string(name) + "=" + value +
           "; HttpOnly; SameSite=Strict; Path=/; Max-Age=" + std::to_string(age) + (over_tls ? "; Secure" : "");
}

}  // namespace canteen
