// Files in the two encodings that offices in China save: UTF-8, and GB 18030, which a Chinese Windows calls ANSI. Pure;
// any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace canteen {

// Where a text stops being what it should be.
struct BadText {
    std::size_t line = 1;
    std::size_t column = 1;  // in characters
    std::string message;
    bool operator==(const BadText&) const = default;
};

struct Utf8Text {
    std::string text;
    std::optional<BadText> doubt{};  // the bytes are good text in the other encoding too: how they were read, and where
    bool operator==(const Utf8Text&) const = default;
};

// The text in UTF-8. What is valid UTF-8 is taken as such, unless all that is not ASCII in it is two bytes a character
// and reads as common Chinese characters in GB 18030: names that no Chinese office writes in Cyrillic, Greek or Arabic.
// Anything else must be GB 18030 from the first byte to the last. A text that is neither is refused: as UTF-8 with a
// mistake if it has UTF-8's byte order mark or more Chinese characters in UTF-8 than mistakes, since to read that as
// GB 18030 would make other names of the names.
std::variant<Utf8Text, BadText> utf8_text(std::string_view bytes);

}  // namespace canteen
