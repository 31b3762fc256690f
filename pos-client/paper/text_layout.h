// Lays a document out in rows of cells, for a paper of 32, 42 or 48 columns. Pure; any thread.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "pos-client/paper/document.h"

namespace canteen::till {

// One line, at most as wide as the paper at its size.
struct TextRow {
    std::string text;
    TextStyle style{};
    bool must_print = false;
    bool operator==(const TextRow&) const = default;
};

using PaperRow = std::variant<TextRow, QrBlock, CutBlock, DrawerBlock>;

// Returns the columns that are left to letters of that size.
int columns_at(TextSize size, int columns);

// No text is cut off: what is too wide wraps, and a sum too wide for its size is printed smaller.
std::vector<PaperRow> laid_out(const Document& document, int columns);

}  // namespace canteen::till
