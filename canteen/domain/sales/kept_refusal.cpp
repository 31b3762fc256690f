#include "canteen/domain/sales/kept_refusal.h"

#include <algorithm>
#include <array>
#include <utility>

namespace canteen {
namespace {

constexpr std::array<std::string_view, 17> of_the_books{"expected", "got",     "version", "dish",     "left",   "due",
                                                        "given",    "balance", "most",    "revision", "points", "count",
                                                        "line",     "amount",  "missing", "bytes",    "sales"};
constexpr std::array<std::string_view, 7> of_the_program{"what", "role", "command", "state", "last", "from", "to"};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// "order.lines[2].spice": names and places of fields, and nothing that is as long a number as a card's.
bool is_path(std::string_view text) {
    constexpr std::size_t longest = 64, most_digits = 3;
    if (text.size() > longest) return false;
    std::size_t digits = 0;
    for (const char c : text) {
        const bool is_digit = c >= '0' && c <= '9';
        digits = is_digit ? digits + 1 : 0;
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (digits > most_digits || !(is_digit || is_letter || c == '.' || c == '_' || c == '[' || c == ']'))
            return false;
    }
    return true;
}

bool tells_nothing_typed(const Param& param) {
    if (param.name == "path") return is_path(param.value);
    if (is_among(of_the_books, param.name)) return is_number(param.value);
    return is_among(of_the_program, param.name);
}

}  // namespace

Rejection kept_form(Rejection why) {
    std::erase_if(why.params, [](const Param& param) { return !tells_nothing_typed(param); });
    return why;
}

}  // namespace canteen
