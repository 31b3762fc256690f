// Lines and QR codes as pictures, for printers without the characters. Pure but for the fonts; their thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pos-client/escpos/glyphs.h"
#include "pos-client/paper/bitmap.h"
#include "pos-client/paper/text_layout.h"

namespace canteen::till {

// A cell of usual letters in dots; a Chinese character is two cells, so that 32 columns are 384 dots and 48 are 576.
inline constexpr int cell_dots = 12;
inline constexpr int letter_dots = 24;
inline constexpr int gap_dots = 6;  // between two lines
inline constexpr int qr_module_dots = 6;

// Returns nothing if no font has one of the characters.
std::optional<Bitmap> drawn(const TextRow& row, int columns, const Glyphs& glyphs);

// Returns the code in the middle of the paper; nothing if the payload is empty, too long, or too wide for the paper.
std::optional<Bitmap> drawn_qr(std::string_view payload, int columns);

// Returns the commands that print the picture, in bands of at most max_band_rows.
std::string escpos_raster(const Bitmap& picture);

}  // namespace canteen::till
