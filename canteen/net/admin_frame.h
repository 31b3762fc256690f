// The admin socket's frame, both ways: 4 bytes length, most significant first, then as many bytes. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace canteen {

// Limit of a request or reply; the largest is an imported file.
inline constexpr std::uint32_t max_admin_bytes = 16 * 1024 * 1024;

using AdminLength = std::array<unsigned char, 4>;

inline AdminLength encode_admin_length(std::uint32_t length) {
    return {static_cast<unsigned char>(length >> 24), static_cast<unsigned char>(length >> 16),
            static_cast<unsigned char>(length >> 8), static_cast<unsigned char>(length)};
}

inline std::uint32_t decode_admin_length(const AdminLength& bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 |
           std::uint32_t{bytes[3]};
}

}  // namespace canteen
