#include "canteen/domain/base/text.h"

#include <algorithm>

#include "canteen/domain/base/text_tables.h"

namespace canteen {

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

std::string utf8_of(std::string_view text) {
    constexpr std::string_view no_character = "\xef\xbf\xbd";
    std::string out;
    while (!text.empty()) {
        const std::size_t bytes = utf8_character_bytes(text);
        out += bytes == 0 ? no_character : text.substr(0, bytes);
        text.remove_prefix(std::max<std::size_t>(bytes, 1));
    }
    return out;
}

char32_t take_character(std::string_view& text) {
    constexpr char32_t no_character = 0xFFFD;
    constexpr unsigned tail_bits = 6, tail_mask = 0x3F;
    const std::size_t bytes = utf8_character_bytes(text);
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    char32_t point = bytes == 0 ? no_character : bytes == 1 ? byte(0) : byte(0) & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) point = point << tail_bits | (byte(i) & tail_mask);
    text.remove_prefix(std::max<std::size_t>(bytes, 1));
    return point;
}

std::string plain_part_of(std::string_view text) {
    std::string plain;
    std::size_t marks = 0;
    while (!text.empty()) {
        const std::size_t bytes = utf8_character_bytes(text);
        const std::string_view written = text.substr(0, bytes);
        const char32_t point = take_character(text);
        if (bytes == 0 || is_unfit_character(point)) continue;
        marks = is_mark(point) ? marks + 1 : 0;
        if (marks <= max_marks) plain += written;
    }
    return plain;
}

bool is_plain_text(std::string_view text) {
    std::size_t marks = 0;
    while (!text.empty()) {
        if (utf8_character_bytes(text) == 0) return false;
        const char32_t point = take_character(text);
        marks = is_mark(point) ? marks + 1 : 0;
        if (is_unfit_character(point) || marks > max_marks) return false;
    }
    return true;
}

}  // namespace canteen
