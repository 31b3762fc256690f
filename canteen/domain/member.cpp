#include "canteen/domain/member.h"

#include <algorithm>
#include <string_view>

#include "canteen/domain/normal_form.h"
#include "canteen/domain/text.h"

namespace canteen {

namespace {

// GB 11643-1999: 6 digits of area, 8 of birth date, 3 of sequence, 1 check character.
constexpr std::size_t id_number_length = 18;
constexpr std::size_t body_length = id_number_length - 1;
constexpr std::array<unsigned, body_length> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view check_characters = "10X98765432";

unsigned number_at(std::string_view digits, std::size_t from, std::size_t count) {
    unsigned value = 0;
    for (const char c : digits.substr(from, count)) value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

char check_character(std::string_view body) {
    unsigned sum = 0;
    for (std::size_t i = 0; i < body_length; ++i) sum += weights[i] * static_cast<unsigned>(body[i] - '0');
    return check_characters[sum % check_characters.size()];
}

}  // namespace

bool is_valid_id_number(const std::string& text) {
    if (text.size() != id_number_length) return false;
    const std::string_view body = std::string_view(text).substr(0, body_length);
    if (!std::all_of(body.begin(), body.end(), is_digit)) return false;
    const bool born_on_a_day =
        make_date(static_cast<int>(number_at(body, 6, 4)), number_at(body, 10, 2), number_at(body, 12, 2)).has_value();
    return born_on_a_day && text.back() == check_character(body);
}

std::string normalise_id_number(std::string text) {
    return normal_number(text);
}

}  // namespace canteen
