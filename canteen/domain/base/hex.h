// Bytes as hexadecimal digits, the way files, logs and forms write ids, keys and hashes. Pure; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace canteen {

// Lower-case, two digits a byte.
std::string to_hex(std::string_view bytes);
std::string to_hex(std::span<const std::uint8_t> bytes);

// Fills the bytes from two digits each, of either case. False if the text is longer, shorter or something else; the
// bytes are worth nothing then.
bool read_hex(std::string_view text, std::span<std::uint8_t> into);

template <std::size_t size>
std::optional<std::array<std::uint8_t, size>> from_hex(std::string_view text) {
    std::array<std::uint8_t, size> bytes{};
    return read_hex(text, bytes) ? std::optional(bytes) : std::nullopt;
}

}  // namespace canteen
