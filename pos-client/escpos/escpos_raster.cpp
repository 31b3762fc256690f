#include "pos-client/escpos/escpos_raster.h"

#include <algorithm>

#include "canteen/chinese/character_cells.h"
#include "canteen/domain/base/text.h"
#include "pos-client/escpos/commands.h"
#include "pos-client/paper/qr.h"

namespace canteen::till {
namespace {

void append_number(std::string& bytes, int number) {
    bytes += static_cast<char>(number & 0xff);
    bytes += static_cast<char>(number >> 8);
}

// Draws each module as a square.
void draw_modules(const Bitmap& modules, int left, int side, Bitmap& picture) {
    for (int y = 0; y < modules.height() * side; ++y)
        for (int x = 0; x < modules.width() * side; ++x)
            if (modules.is_black(x / side, y / side)) picture.blacken(left + x, y + side);
}

}  // namespace

std::optional<Bitmap> drawn(const TextRow& row, int columns, const Glyphs& glyphs) {
    const int scale = static_cast<int>(row.style.size);
    const int height = letter_dots * scale;
    Bitmap picture(columns * cell_dots, height + gap_dots);
    int left = 0, width = 0;
    for (std::string_view rest = row.text; !rest.empty();) {
        const auto character = take_character(rest);
        const int cells = cells_of(character);
        // A mark is drawn into the box of the character before it.
        if (cells > 0) left += width, width = cells * cell_dots * scale;
        if (!glyphs.draw(character, left, 0, width, height, picture)) return std::nullopt;
        if (row.style.bold) glyphs.draw(character, left + 1, 0, width, height, picture);
    }
    if (row.style.inverse) picture.invert();
    return picture;
}

std::optional<Bitmap> drawn_qr(std::string_view payload, int columns) {
    const auto modules = qr_code(payload);
    const int paper = columns * cell_dots;
    if (!modules || modules->width() * qr_module_dots > paper) return std::nullopt;
    const int side = modules->width() * qr_module_dots;
    Bitmap picture(paper, side + 2 * qr_module_dots);
    draw_modules(*modules, (paper - side) / 2, qr_module_dots, picture);
    return picture;
}

std::string escpos_raster(const Bitmap& picture) {
    std::string bytes;
    const auto row_bytes = static_cast<std::size_t>(picture.bytes_a_row());
    for (int top = 0; top < picture.height(); top += escpos::max_band_rows) {
        const int rows = std::min(escpos::max_band_rows, picture.height() - top);
        bytes += escpos::picture_command;
        append_number(bytes, picture.bytes_a_row());
        append_number(bytes, rows);
        bytes += picture.bytes().substr(static_cast<std::size_t>(top) * row_bytes,
                                        static_cast<std::size_t>(rows) * row_bytes);
    }
    return bytes;
}

}  // namespace canteen::till
