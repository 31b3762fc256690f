#include "pos-client/escpos/escpos_text.h"

#include "canteen/chinese/character_cells.h"
#include "canteen/chinese/gb18030.h"
#include "canteen/domain/base/text.h"
#include "pos-client/escpos/commands.h"

namespace canteen::till {

// Printers have the characters of one byte in one cell and those of two bytes in two; four bytes few of them know.
std::optional<std::string> printer_text(std::string_view text) {
    std::string bytes;
    while (!text.empty()) {
        auto rest = text;
        const auto cells = static_cast<std::size_t>(cells_of(take_character(rest)));
        const auto one = gb18030_of(text.substr(0, text.size() - rest.size()));
        if (!one || cells == 0 || one->size() != cells) return std::nullopt;
        bytes += *one;
        text = rest;
    }
    return bytes;
}

std::optional<std::string> escpos_text(const TextRow& row) {
    const auto text = printer_text(row.text);
    if (!text) return std::nullopt;
    const auto& [size, bold, inverse, as_picture] = row.style;
    std::string bytes;
    if (size != TextSize::usual) bytes += escpos::size(size);
    if (bold) bytes += escpos::with_number(escpos::bold_command, 1);
    if (inverse) bytes += escpos::with_number(escpos::inverse_command, 1);
    bytes += *text + escpos::line_feed;
    if (inverse) bytes += escpos::with_number(escpos::inverse_command, 0);
    if (bold) bytes += escpos::with_number(escpos::bold_command, 0);
    if (size != TextSize::usual) bytes += escpos::size(TextSize::usual);
    return bytes;
}

}  // namespace canteen::till
