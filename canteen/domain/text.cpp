#include "canteen/domain/text.h"

#include <algorithm>
#include <cstdint>

namespace canteen {

namespace {

// The code point that begins at `at`, and moves behind it. Bytes that are not UTF-8 count as themselves.
std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&text](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::uint32_t first = byte(at++);
    const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0 || text.size() - at < more) return first;
    std::uint32_t point = first & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) point = point << 6U | (byte(at++) & 0x3FU);
    return point;
}

bool is_control(std::uint32_t point) {
    return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0x2028 || point == 0x2029;
}

bool turns_direction(std::uint32_t point) {
    return point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

std::size_t utf8_character_bytes(std::string_view s) {
    auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    auto tail = [&](std::size_t i) { return i < s.size() && (b(i) & 0xc0) == 0x80; };
    if (b(0) < 0x80) return 1;
    if (b(0) >= 0xc2 && b(0) <= 0xdf) return tail(1) ? 2 : 0;
    if (b(0) >= 0xe0 && b(0) <= 0xef) {
        if (!tail(1) || !tail(2)) return 0;
        if (b(0) == 0xe0 && b(1) < 0xa0) return 0;
        return b(0) == 0xed && b(1) > 0x9f ? 0 : 3;
    }
    if (b(0) >= 0xf0 && b(0) <= 0xf4) {
        if (!tail(1) || !tail(2) || !tail(3)) return 0;
        if (b(0) == 0xf0 && b(1) < 0x90) return 0;
        return b(0) == 0xf4 && b(1) > 0x8f ? 0 : 4;
    }
    return 0;
}

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        std::size_t bytes = utf8_character_bytes(text);
        if (bytes == 0) return false;
        text.remove_prefix(bytes);
    }
    return true;
}

bool is_plain_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t point = next_code_point(text, at);
        if (is_control(point) || turns_direction(point)) return false;
    }
    return true;
}

}  // namespace canteen
