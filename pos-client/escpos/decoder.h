// Turns printed bytes back into what stands on the paper, for tests and for printers that are none. Pure; any thread.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pos-client/paper/bitmap.h"
#include "pos-client/paper/document.h"

namespace canteen::till {

// Bytes that are no command of commands.h, no text in GB 18030, or end in the middle of either.
struct UnknownBytes : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct PrintedText {
    std::string text;
    TextStyle style{};
    bool operator==(const PrintedText&) const = default;
};

using PrintedPiece = std::variant<PrintedText, Bitmap, CutBlock, DrawerBlock>;

// Bands of one width that follow each other are one picture. Throws UnknownBytes.
std::vector<PrintedPiece> decoded(std::string_view bytes);

}  // namespace canteen::till
