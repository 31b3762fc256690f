// Messages as a Mettler-Toledo scale sends them.
#pragma once

#include <string>

namespace canteen::till::test {

struct MettlerSaying {
    std::string weight;  // six characters
    unsigned point = 5;  // three decimals
    unsigned status_b = 0;
    unsigned unit = 0;  // kilograms or pounds
    bool in_kilograms = true;
    bool is_expanded = false;
};

inline std::string mettler_message(const MettlerSaying& saying) {
    constexpr unsigned always = 0x20;
    const unsigned a = always | 0x08 | saying.point;
    const unsigned b = always | (saying.in_kilograms ? 0x10U : 0U) | saying.status_b;
    const unsigned c = always | saying.unit | (saying.is_expanded ? 0x10U : 0U);
    std::string message = "\x02";
    for (const unsigned status : {a, b, c}) message += static_cast<char>(status);
    return message + saying.weight + "000000\r";
}

inline std::string with_checksum(const std::string& message) {
    unsigned sum = 0;
    for (const char byte : message) sum += static_cast<unsigned char>(byte);
    return message + static_cast<char>((~sum + 1) & 0x7f);
}

}  // namespace canteen::till::test
