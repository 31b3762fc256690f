#include "canteen/domain/subsidy/priced_line.h"

namespace canteen {

Fen food_of(const std::vector<PricedLine>& lines, const std::optional<Fen>& set_meals_from) {
    Fen food;
    for (const auto& line : lines) {
        const bool counts =
            !set_meals_from || (line.set_meal && line.quantity > 0 && line.amount >= *set_meals_from * line.quantity);
        if (counts) food += line.amount;
    }
    return food;
}

}  // namespace canteen
