#include "canteen/domain/model/employer.h"

namespace canteen {

Fen Allowance::for_slot(MealSlot slot) const {
    switch (slot) {
        case MealSlot::breakfast:
            return breakfast;
        case MealSlot::lunch:
            return lunch;
        case MealSlot::dinner:
            return dinner;
    }
    return {};
}

}  // namespace canteen
