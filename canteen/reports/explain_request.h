// A request to `canteen-server explain`, read from the operator's words. Values; any thread.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "canteen/domain/base/money.h"
#include "canteen/domain/model/meal.h"
#include "canteen/texts/language.h"

namespace canteen {

// "12", "红烧肉x2", "12@350": a dish by number or name, how many portions or grams.
struct DishWord {
    std::string dish;
    std::uint32_t quantity = 1;
    std::uint32_t grams = 0;  // 0: by portion
    bool operator==(const DishWord&) const = default;
};

struct ExplainRequest {
    std::string member_number;
    Meal meal;
    std::vector<DishWord> dishes;
    ServiceMode mode = ServiceMode::dine_in;
    Identified identified = Identified::number;
    Fen fee;
    Language language = Language::zh;
};

// The words of the command line, as they are sent to the running server.
struct ExplainWords {
    std::string member, date, meal, order, mode, fee, language, identified;
};

// The request, or what is wrong with which word.
std::variant<ExplainRequest, std::string> read_explain(const ExplainWords& words);

}  // namespace canteen
