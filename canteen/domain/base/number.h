// Whole numbers in decimal digits. Pure; any thread.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <system_error>

namespace canteen {

// Takes a number off the front; nothing, and the text as it was, if none begins it or it is too large for the type.
template <std::integral Whole>
std::optional<Whole> take_number(std::string_view& text) {
    Whole value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
    return value;
}

// Nothing if the text is not a number from end to end. A minus sign needs a signed type, a plus sign is never read.
template <std::integral Whole>
std::optional<Whole> whole_number(std::string_view text) {
    const auto value = take_number<Whole>(text);
    return text.empty() ? value : std::nullopt;
}

}  // namespace canteen
