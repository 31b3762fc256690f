// Reads strips of paper that fake printers printed.
#pragma once

#include <string>
#include <vector>

#include "pos-client/escpos/decoder.h"
#include "tests/printer/fake_printer.h"

namespace canteen::till::test {

// Returns the lines of a whole strip, without the spaces at their ends.
inline std::vector<std::string> lines_of(const std::string& strip) {
    std::vector<std::string> lines;
    for (const auto& piece : decoded(strip))
        if (const auto* text = std::get_if<PrintedText>(&piece)) {
            const auto from = text->text.find_first_not_of(' '), to = text->text.find_last_not_of(' ');
            lines.push_back(from == std::string::npos ? "" : text->text.substr(from, to + 1 - from));
        }
    return lines;
}

inline bool is_whole(const std::string& strip) {
    return strip.ends_with(escpos::cut_command);
}
inline bool says_copy(const std::string& strip) {
    return strip.find("COPY") != std::string::npos;
}
inline bool is_about(const std::string& strip, std::uint8_t number) {
    return strip.find("number " + std::to_string(number) + " ") != std::string::npos;
}

}  // namespace canteen::till::test
