// Which seeds a test plays, by the environment, and what it says of one that fails. Any thread.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

namespace canteen::simulation {

// Returns the environment's number of that name; nothing: none is set.
inline std::optional<std::uint64_t> number_in(const char* variable) {
    const char* text = std::getenv(variable);
    if (!text) return std::nullopt;
    return std::strtoull(text, nullptr, 10);
}

inline std::string in_words(const std::vector<std::string>& findings) {
    std::string words;
    for (const auto& finding : findings) words += "  " + finding + "\n";
    return words;
}

}  // namespace canteen::simulation
