// Lines as a printer's own Chinese font prints them. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pos-client/paper/text_layout.h"

namespace canteen::till {

// Returns the text in GB 18030; nothing if it holds a character that such a font lacks or sets in another width: 㐂,
// 𠮷, an accent of its own.
std::optional<std::string> printer_text(std::string_view text);

// Returns the row with the commands of its style before and behind it, so that rows stand alone; nothing as above.
std::optional<std::string> escpos_text(const TextRow& row);

}  // namespace canteen::till
