// Texts measured in the cells of a line: a Chinese character takes two, a mark none. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace canteen::till {

// Returns the text as paper may show it: what could drive a printer, fake a line or turn the writing is gone, and what
// is not UTF-8 stands as U+FFFD.
std::string shown(std::string_view text);

int cells_wide(std::string_view text);

// Cuts the text into lines of at most so many cells, at spaces where there are any; marks stay with their character.
// Returns at least one line. `cells` >= 2.
std::vector<std::string> wrapped(std::string_view text, int cells);

// Puts spaces behind or before the text; one that is as wide or wider stays as it is.
std::string padded(std::string text, int cells);
std::string right_aligned(const std::string& text, int cells);
std::string centered(const std::string& text, int cells);

// Returns one line if both fit with a space between, otherwise the left one's lines, and below them the right one.
std::vector<std::string> left_and_right(std::string_view left, const std::string& right, int cells);

}  // namespace canteen::till
