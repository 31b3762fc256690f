#include "canteen/domain/model/exception.h"

namespace canteen {

std::string_view name_of(ExceptionCode code) {
    switch (code) {
        case ExceptionCode::oversold:
            return "oversold";
        case ExceptionCode::right_already_used:
            return "right_already_used";
        case ExceptionCode::price_differs:
            return "price_differs";
        case ExceptionCode::account_short:
            return "account_short";
        case ExceptionCode::member_unknown:
            return "member_unknown";
        case ExceptionCode::outside_hours:
            return "outside_hours";
        case ExceptionCode::clock_doubtful:
            return "clock_doubtful";
        case ExceptionCode::cancelled_before_sale:
            return "cancelled_before_sale";
        case ExceptionCode::statement_differs:
            return "statement_differs";
        case ExceptionCode::pickup_number_used:
            return "pickup_number_used";
        case ExceptionCode::menu_unknown:
            return "menu_unknown";
        case ExceptionCode::dish_unknown:
            return "dish_unknown";
        case ExceptionCode::correction_proposed:
            return "correction_proposed";
        case ExceptionCode::allowance_exceeded:
            return "allowance_exceeded";
        case ExceptionCode::points_short:
            return "points_short";
        case ExceptionCode::employer_unknown:
            return "employer_unknown";
        case ExceptionCode::not_a_carer:
            return "not_a_carer";
        case ExceptionCode::member_merged:
            return "member_merged";
        case ExceptionCode::other_tills_letters:
            return "other_tills_letters";
        case ExceptionCode::day_doubtful:
            return "day_doubtful";
        case ExceptionCode::sale_taken_back:
            return "sale_taken_back";
        case ExceptionCode::shift_overlaps:
            return "shift_overlaps";
        case ExceptionCode::shift_unknown:
            return "shift_unknown";
        case ExceptionCode::shift_over:
            return "shift_over";
        case ExceptionCode::no_shift:
            return "no_shift";
        case ExceptionCode::drawer_differs:
            return "drawer_differs";
        case ExceptionCode::balance_over:
            return "balance_over";
    }
    return "unknown";
}

}  // namespace canteen
