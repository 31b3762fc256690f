#include "canteen/app/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace canteen {

bool is_address(const std::string& text) {
    in_addr four{};
    in6_addr six{};
    return ::inet_pton(AF_INET, text.c_str(), &four) == 1 || ::inet_pton(AF_INET6, text.c_str(), &six) == 1;
}

std::string counted_address(const std::string& address) {
    constexpr std::size_t network_bytes = 8;
    in6_addr six{};
    if (::inet_pton(AF_INET6, address.c_str(), &six) != 1) return address;
    std::fill(std::begin(six.s6_addr) + network_bytes, std::end(six.s6_addr), std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, &six, text.data(), static_cast<socklen_t>(text.size()));
    return std::string(text.data()) + "/64";
}

}  // namespace canteen
