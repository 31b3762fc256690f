#include "canteen/domain/base/hex.h"

#include <charconv>

namespace canteen {

std::string to_hex(std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const unsigned byte : bytes) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string to_hex(std::string_view bytes) {
    return to_hex(std::span(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()));
}

bool read_hex(std::string_view text, std::span<std::uint8_t> into) {
    if (text.size() != into.size() * 2) return false;
    const char* digits = text.data();
    for (auto& byte : into) {
        const auto [end, error] = std::from_chars(digits, digits + 2, byte, 16);
        if (error != std::errc{} || end != digits + 2) return false;
        digits = end;
    }
    return true;
}

}  // namespace canteen
