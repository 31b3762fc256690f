// Why a document is not printed. A value.
#pragma once

#include <string>

namespace canteen::till {

struct Unprintable {
    std::string code;  // a text's: printer.no_font or printer.no_character, with the place {line}
    std::string line;  // what could not be printed
    bool operator==(const Unprintable&) const = default;
};

}  // namespace canteen::till
