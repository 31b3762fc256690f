// Reads files in the two encodings that offices in China save: UTF-8, and GB 18030, which a Chinese Windows calls ANSI.
// Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace canteen {

// The place where a text stops being what it should be.
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

// Returns the text in UTF-8. Takes valid UTF-8 as such, unless all its non-ASCII characters are two bytes long and read
// as common Chinese characters in GB 18030: in UTF-8 these would be Cyrillic, Greek or Arabic names, which no Chinese
// office writes. Anything else must be GB 18030 from the first byte to the last. Refuses a text that is neither: as
// UTF-8 with a mistake if it has UTF-8's byte order mark or more Chinese characters in UTF-8 than mistakes, since
// reading that as GB 18030 would turn the names into others.
std::variant<Utf8Text, BadText> utf8_text(std::string_view bytes);

}  // namespace canteen
