#include "canteen/domain/base/paper.h"

#include <algorithm>
#include <array>

#include "canteen/domain/base/text.h"

namespace canteen {

namespace {

// GB 11643-1999: 6 digits of area, 8 of birth date, 3 of sequence, 1 check character.
constexpr std::size_t id_number_length = 18;
constexpr std::size_t body_length = id_number_length - 1;
constexpr std::size_t first_generation_length = 15;
constexpr std::size_t area_length = 6;
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

bool has_form(std::string_view text) {
    if (text.size() != id_number_length || !all_digits(text.substr(0, body_length))) return false;
    return is_digit(text.back()) || text.back() == 'X';
}

}  // namespace

std::optional<Date> birth_date_in(std::string_view id_number) {
    if (!has_form(id_number)) return std::nullopt;
    return make_date(static_cast<int>(number_at(id_number, 6, 4)), number_at(id_number, 10, 2),
                     number_at(id_number, 12, 2));
}

IdNumberFault fault_of_id_number(std::string_view text) {
    if (!has_form(text)) return IdNumberFault::not_one;
    if (!birth_date_in(text)) return IdNumberFault::no_such_day;
    return text.back() == check_character(text) ? IdNumberFault::none : IdNumberFault::check_digit;
}

bool is_other_paper(std::string_view text) {
    constexpr std::size_t most_letters = 2, fewest_digits = 6, most_digits = 10;
    const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto letters = static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin());
    const auto digits = text.substr(letters);
    return letters >= 1 && letters <= most_letters && digits.size() >= fewest_digits && digits.size() <= most_digits &&
           all_digits(digits);
}

bool is_paper_number(std::string_view text) {
    return has_form(text) || is_other_paper(text);
}

std::optional<std::string> second_generation_of(std::string_view text) {
    if (text.size() != first_generation_length || !all_digits(text)) return std::nullopt;
    auto today = std::string(text.substr(0, area_length)) + "19" + std::string(text.substr(area_length));
    today += check_character(today);
    return today;
}

bool is_rounded(std::string_view id_number) {
    return has_form(id_number) && id_number.ends_with("000");
}

}  // namespace canteen
