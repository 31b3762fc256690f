// Begins files that were saved as UTF-8 by a spreadsheet, and those that one shall read so. Value; any thread.
#pragma once

#include <string_view>

namespace canteen {

inline constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

// The text behind its mark, if it has one.
inline std::string_view without_byte_order_mark(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(std::string_view(byte_order_mark).size());
    return text;
}

}  // namespace canteen
