#include "canteen/domain/rejection.h"

namespace canteen {

std::string_view name_of(RejectionCode code) {
    switch (code) {
        case RejectionCode::busy:
            return "busy";
        case RejectionCode::storage_low:
            return "storage_low";
        case RejectionCode::out_of_order:
            return "out_of_order";
        case RejectionCode::key_reused:
            return "key_reused";
        case RejectionCode::not_permitted:
            return "not_permitted";
        case RejectionCode::client_newer:
            return "client_newer";
        case RejectionCode::malformed:
            return "malformed";
        case RejectionCode::chain_broken:
            return "chain_broken";
        case RejectionCode::ask_expired:
            return "ask_expired";
        case RejectionCode::order_exists:
            return "order_exists";
        case RejectionCode::pickup_number_used:
            return "pickup_number_used";
        case RejectionCode::order_unknown:
            return "order_unknown";
        case RejectionCode::menu_unknown:
            return "menu_unknown";
        case RejectionCode::menu_changed:
            return "menu_changed";
        case RejectionCode::meal_closed:
            return "meal_closed";
        case RejectionCode::dish_unknown:
            return "dish_unknown";
        case RejectionCode::line_invalid:
            return "line_invalid";
        case RejectionCode::member_unknown:
            return "member_unknown";
        case RejectionCode::price_changed:
            return "price_changed";
        case RejectionCode::sold_out:
            return "sold_out";
        case RejectionCode::tender_mismatch:
            return "tender_mismatch";
        case RejectionCode::account_short:
            return "account_short";
        case RejectionCode::order_cancelled:
            return "order_cancelled";
        case RejectionCode::order_expired:
            return "order_expired";
        case RejectionCode::already_handed_over:
            return "already_handed_over";
        case RejectionCode::not_on_ticket:
            return "not_on_ticket";
        case RejectionCode::not_ready:
            return "not_ready";
        case RejectionCode::amount_invalid:
            return "amount_invalid";
        case RejectionCode::device_unknown:
            return "device_unknown";
        case RejectionCode::letters_taken:
            return "letters_taken";
        case RejectionCode::already_paid:
            return "already_paid";
        case RejectionCode::scheme_older:
            return "scheme_older";
        case RejectionCode::nothing_to_import:
            return "nothing_to_import";
    }
    return "unknown";
}

}  // namespace canteen
