#include "canteen/reports/explain_request.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "canteen/domain/base/number.h"
#include "canteen/domain/model/names.h"
#include "canteen/domain/model/order.h"

namespace canteen {
namespace {

struct Wrong {
    std::string what;
};

char to_lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

template <class T>
struct Known {
    std::string_view word;
    T value;
};
constexpr Known<Language> languages[] = {{"zh", Language::zh}, {"en", Language::en}};

// The words of scheme files, in small letters.
template <HasNames Enum>
Enum named_in_schemes(const std::string& word, const char* option) {
    std::string all;
    for (const auto& named : name_table<Enum>) {
        std::string known(named.in_schemes);
        std::ranges::transform(known, known.begin(), to_lower);
        if (known.empty()) continue;
        if (known == word) return named.value;
        all += (all.empty() ? "" : ", ") + known;
    }
    throw Wrong{std::string(option) + " must be one of " + all};
}

template <class T, std::size_t n>
T one_of(const Known<T> (&known)[n], const std::string& word, const char* option) {
    std::string all;
    for (const auto& [name, value] : known) {
        if (name == word) return value;
        all += (all.empty() ? "" : ", ") + std::string(name);
    }
    throw Wrong{std::string(option) + " must be one of " + all};
}

std::uint32_t number(std::string_view text, std::uint32_t most, const std::string& of) {
    const auto value = whole_number<std::uint32_t>(text);
    if (!value || *value == 0 || *value > most)
        throw Wrong{of + " must be a whole number from 1 to " + std::to_string(most)};
    return *value;
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The text behind the last x is a count only if it is digits: a dish's name may have an x.
DishWord dish_of(std::string_view word) {
    if (word.empty()) throw Wrong{"--order has an empty dish"};
    if (const auto at = word.rfind('@'); at != std::string_view::npos)
        return {std::string(word.substr(0, at)), 1, number(word.substr(at + 1), max_line_grams, "grams behind @")};
    const auto times = word.rfind('x');
    if (times == std::string_view::npos || times == 0 || !all_digits(word.substr(times + 1)))
        return {std::string(word)};
    return {std::string(word.substr(0, times)), number(word.substr(times + 1), max_line_quantity, "portions behind x")};
}

std::vector<DishWord> dishes_of(std::string_view order) {
    std::vector<DishWord> dishes;
    while (true) {
        const auto comma = order.find(',');
        dishes.push_back(dish_of(order.substr(0, comma)));
        if (dishes.size() > max_order_lines) throw Wrong{"--order has too many dishes"};
        if (comma == std::string_view::npos) return dishes;
        order.remove_prefix(comma + 1);
    }
}

}  // namespace

std::variant<ExplainRequest, std::string> read_explain(const ExplainWords& words) {
    try {
        ExplainRequest request;
        request.language = one_of(languages, words.language, "--lang");
        request.member_number = words.member;
        const auto date = parse_date(words.date);
        if (!date) throw Wrong{"--date must be a date like 2026-04-14 that exists"};
        request.meal = {*date, named_in_schemes<MealSlot>(words.meal, "--meal")};
        request.mode = named_in_schemes<ServiceMode>(words.mode, "--mode");
        request.identified = named_in_schemes<Identified>(words.identified, "--identified");
        request.dishes = dishes_of(words.order);
        if (words.fee != "0") request.fee = {number(words.fee, 1'000'000, "--fee")};
        return request;
    } catch (const Wrong& wrong) {
        return wrong.what;
    }
}

}  // namespace canteen
