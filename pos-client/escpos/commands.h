// The commands of ESC/POS that we print with: all that the decoder knows, and all that is ever sent. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "pos-client/paper/document.h"

namespace canteen::till::escpos {

inline constexpr char line_feed = '\n';
inline constexpr std::string_view start{"\x1b@", 2};               // ESC @: forget what another job left behind
inline constexpr std::string_view chinese_on{"\x1c&", 2};          // FS &: two bytes are one character
inline constexpr std::string_view size_command{"\x1d!", 2};        // GS ! n: width - 1 and height - 1, four bits each
inline constexpr std::string_view bold_command{"\x1b\x45", 2};     // ESC E n
inline constexpr std::string_view inverse_command{"\x1d\x42", 2};  // GS B n
inline constexpr std::string_view feed_command{"\x1b\x64", 2};     // ESC d n: n lines
inline constexpr std::string_view cut_command{"\x1dV\x01", 3};     // GS V 1: leaves a corner, so that nothing falls
inline constexpr std::string_view drawer_command{"\x1bp\x00\x32\x32", 5};  // ESC p 0: the pulse, 100 ms
inline constexpr std::string_view picture_command{"\x1dv0\x00", 4};        // GS v 0: bytes a row, rows, then the dots
inline constexpr std::string_view status_command{"\x10\x04", 2};           // DLE EOT n: answered at once, by one byte

// A printer's memory holds no picture of more rows.
inline constexpr int max_band_rows = 200;
// From the print head to the knife or the edge to tear at.
inline constexpr int lines_to_the_edge = 4;

// DLE EOT 1, 2 and 4: the printer, why it is off line, its paper.
inline constexpr char status_kinds[] = {1, 2, 4};

inline std::string with_number(std::string_view command, int n) {
    return std::string(command) + static_cast<char>(n);
}
inline std::string size(TextSize size) {
    const int more = static_cast<int>(size) - 1;
    return with_number(size_command, more * 16 + more);
}

}  // namespace canteen::till::escpos
