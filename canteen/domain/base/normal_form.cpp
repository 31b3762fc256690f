#include "canteen/domain/base/normal_form.h"

#include <algorithm>
#include <iterator>

#include "canteen/domain/base/text.h"
#include "canteen/domain/base/text_tables.h"

namespace canteen {

namespace {

constexpr char32_t first_wide = 0xFF01, last_wide = 0xFF5E, first_narrow = 0x21;
constexpr char32_t end_of_ascii = 0x80, delete_character = 0x7F;

// True for the category Zs and the tabulator.
bool is_blank(char32_t c) {
    constexpr char32_t others[] = {'\t', ' ', 0xA0, 0x1680, 0x202F, 0x205F, 0x3000};
    return (0x2000 <= c && c <= 0x200A) || std::find(std::begin(others), std::end(others), c) != std::end(others);
}

bool is_control(char32_t c) {
    return c < ' ' || (delete_character <= c && c <= 0x9F);
}

// Format characters and fillers; private characters may mean something to somebody.
bool is_invisible(char32_t c) {
    constexpr char32_t first_private = 0xE000, last_private = 0xF8FF, first_private_plane = 0xF0000;
    const bool is_private = (first_private <= c && c <= last_private) || c >= first_private_plane;
    return c >= end_of_ascii && !is_control(c) && !is_private && is_unfit_character(c);
}

bool is_dot_of_names(char32_t c) {
    // · ‧ • ․ ∙ ⋅ ・ ･ ᛫ ⸱ ꞏ ●, and the full stops of both widths
    constexpr char32_t dots[] = {0xB7,   0x2027, 0x2022, 0x2024, 0x2219, 0x22C5, 0x30FB, 0xFF65,
                                 0x16EB, 0x2E31, 0xA78F, 0x25CF, '.',    0x3002, 0xFF61};
    return std::find(std::begin(dots), std::end(dots), c) != std::end(dots);
}

bool is_variant(char32_t c) {
    return (0xFE00 <= c && c <= 0xFE0F) || (0xE0100 <= c && c <= 0xE01EF);
}

bool is_between_digits(char32_t c) {
    constexpr char32_t minus = 0x2212;
    return c == '-' || c == '(' || c == ')' || c == '+' || c == minus || (0x2010 <= c && c <= 0x2015);
}

char32_t narrow(char32_t c) {
    return first_wide <= c && c <= last_wide ? c - first_wide + first_narrow : c;
}

char32_t lower(char32_t c) {
    return 'A' <= c && c <= 'Z' ? c - 'A' + 'a' : c;
}

char32_t upper(char32_t c) {
    return 'a' <= c && c <= 'z' ? c - 'a' + 'A' : c;
}

// Without blanks and control characters at either end.
std::string without_ends(std::string_view text) {
    std::string_view rest = text;
    std::size_t first = text.size(), last = 0;
    while (!rest.empty()) {
        const std::size_t at = text.size() - rest.size();
        const char32_t point = take_character(rest);
        if (is_control(point) || is_blank(point)) continue;
        first = std::min(first, at);
        last = text.size() - rest.size();
    }
    return first < last ? std::string(text.substr(first, last - first)) : "";
}

// Changes each character that is not dropped. Text that is not UTF-8 stays, so that a check can refuse it.
template <class IsDropped, class Change>
std::string changed(std::string_view text, IsDropped is_dropped, Change change) {
    if (!is_utf8(text)) return std::string(text);
    std::string out;
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t point = change(take_character(text));
        if (is_dropped(point)) continue;
        if (point < end_of_ascii) {
            out += static_cast<char>(point);
        } else {
            out += before.substr(0, before.size() - text.size());
        }
    }
    return out;
}

bool is_dropped_in_numbers(char32_t c) {
    return is_blank(c) || is_invisible(c);
}

}  // namespace

std::string normal_number(std::string_view text) {
    return without_ends(changed(text, is_dropped_in_numbers, [](char32_t c) { return upper(narrow(c)); }));
}

bool is_same_number(std::string_view a, std::string_view b) {
    return a == b || normal_number(a) == normal_number(b);
}

std::string normal_code(std::string_view text) {
    return without_ends(changed(text, is_dropped_in_numbers, [](char32_t c) { return lower(narrow(c)); }));
}

std::string normal_phone(std::string_view text) {
    return without_ends(
        changed(text, [](char32_t c) { return is_dropped_in_numbers(c) || is_between_digits(c); }, narrow));
}

std::string trimmed(std::string_view text) {
    return without_ends(text);
}

std::string name_key(std::string_view text) {
    return without_ends(changed(
        text, [](char32_t c) { return is_blank(c) || is_invisible(c) || is_dot_of_names(c) || is_variant(c); },
        [](char32_t c) { return lower(narrow(c)); }));
}

}  // namespace canteen
