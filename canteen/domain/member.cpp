#include "canteen/domain/member.h"

#include <algorithm>
#include <string_view>

#include "canteen/domain/paper.h"

namespace canteen {

bool is_valid_id_number(const std::string& text) {
    return fault_of_id_number(text) == IdNumberFault::none;
}

std::string normalise_id_number(std::string text) {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string::npos) return "";
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    std::replace(text.begin(), text.end(), 'x', 'X');
    return text;
}

}  // namespace canteen
