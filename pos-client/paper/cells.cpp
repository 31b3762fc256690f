#include "pos-client/paper/cells.h"

#include <algorithm>

#include "canteen/chinese/character_cells.h"
#include "canteen/domain/base/text.h"

namespace canteen::till {
namespace {

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

// Returns how many bytes at the beginning of the text fill at most so many cells.
std::size_t bytes_that_fit(std::string_view text, int cells) {
    auto rest = text;
    while (!rest.empty()) {
        const auto before = rest;
        cells -= cells_of(take_character(rest));
        if (cells < 0) return text.size() - before.size();
    }
    return text.size();
}

std::string_view without_spaces_behind(std::string_view text) {
    const auto last = text.find_last_not_of(' ');
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

std::string shown(std::string_view text) {
    return plain_part_of(utf8_of(text));
}

int cells_wide(std::string_view text) {
    int cells = 0;
    while (!text.empty()) cells += cells_of(take_character(text));
    return cells;
}

std::vector<std::string> wrapped(std::string_view text, int cells) {
    std::vector<std::string> lines;
    while (true) {
        auto bytes = bytes_that_fit(text, cells);
        if (bytes == text.size()) break;
        const auto space = text.substr(0, bytes + 1).rfind(' ');
        if (space != std::string_view::npos && space > 0) bytes = space;
        bytes = std::max(bytes, utf8_character_bytes(text));
        lines.emplace_back(without_spaces_behind(text.substr(0, bytes)));
        text.remove_prefix(std::min(text.find_first_not_of(' ', bytes), text.size()));
    }
    if (lines.empty() || !text.empty()) lines.emplace_back(text);
    return lines;
}

std::string padded(std::string text, int cells) {
    return text += spaces(cells - cells_wide(text));
}

std::string right_aligned(const std::string& text, int cells) {
    return spaces(cells - cells_wide(text)) + text;
}

std::string centered(const std::string& text, int cells) {
    return spaces((cells - cells_wide(text)) / 2) + text;
}

std::vector<std::string> left_and_right(std::string_view left, const std::string& right, int cells) {
    const int room = cells - cells_wide(right);
    if (cells_wide(left) < room) return {padded(std::string(left), room) + right};
    auto lines = wrapped(left, cells);
    if (right.empty()) return lines;
    if (cells_wide(lines.back()) < room && lines.size() > 1) {
        lines.back() = padded(lines.back(), room) + right;
        return lines;
    }
    lines.push_back(right_aligned(right, cells));
    return lines;
}

}  // namespace canteen::till
