#include "canteen/domain/model/rejection.h"

#include <algorithm>
#include <array>
#include <utility>

namespace canteen {
namespace {

using enum RejectionCode;
using Named = std::pair<RejectionCode, std::string_view>;

constexpr auto names = std::to_array<Named>({
    {busy, "busy"},
    {storage_low, "storage_low"},
    {out_of_order, "out_of_order"},
    {key_reused, "key_reused"},
    {not_permitted, "not_permitted"},
    {client_newer, "client_newer"},
    {malformed, "malformed"},
    {chain_broken, "chain_broken"},
    {ask_expired, "ask_expired"},
    {order_exists, "order_exists"},
    {pickup_number_used, "pickup_number_used"},
    {order_unknown, "order_unknown"},
    {menu_unknown, "menu_unknown"},
    {menu_changed, "menu_changed"},
    {meal_closed, "meal_closed"},
    {dish_unknown, "dish_unknown"},
    {line_invalid, "line_invalid"},
    {member_unknown, "member_unknown"},
    {price_changed, "price_changed"},
    {sold_out, "sold_out"},
    {tender_mismatch, "tender_mismatch"},
    {account_short, "account_short"},
    {order_cancelled, "order_cancelled"},
    {order_expired, "order_expired"},
    {already_handed_over, "already_handed_over"},
    {not_on_ticket, "not_on_ticket"},
    {not_ready, "not_ready"},
    {amount_invalid, "amount_invalid"},
    {device_unknown, "device_unknown"},
    {letters_taken, "letters_taken"},
    {already_paid, "already_paid"},
    {scheme_older, "scheme_older"},
    {nothing_to_import, "nothing_to_import"},
    {refund_exceeds, "refund_exceeds"},
    {refund_differs, "refund_differs"},
    {not_paid, "not_paid"},
    {nothing_left, "nothing_left"},
    {account_full, "account_full"},
    {not_in_cash, "not_in_cash"},
    {account_in_use, "account_in_use"},
    {nothing_to_correct, "nothing_to_correct"},
    {card_in_use, "card_in_use"},
    {card_unknown, "card_unknown"},
    {card_invalid, "card_invalid"},
    {record_changed, "record_changed"},
    {number_in_use, "number_in_use"},
    {id_number_invalid, "id_number_invalid"},
    {application_order, "application_order"},
    {scheme_unknown, "scheme_unknown"},
    {not_a_carer, "not_a_carer"},
    {balance_left, "balance_left"},
    {employer_unknown, "employer_unknown"},
    {employer_invalid, "employer_invalid"},
    {allowance_short, "allowance_short"},
    {points_short, "points_short"},
    {points_not_spendable, "points_not_spendable"},
    {uses_in_use, "uses_in_use"},
    {claim_unknown, "claim_unknown"},
    {claim_state, "claim_state"},
    {findings_open, "findings_open"},
    {not_in_claim, "not_in_claim"},
    {agreement_unknown, "agreement_unknown"},
    {agreement_invalid, "agreement_invalid"},
    {period_invalid, "period_invalid"},
    {text_invalid, "text_invalid"},
    {nothing_to_claim, "nothing_to_claim"},
    {query_unknown, "query_unknown"},
    {report_failed, "report_failed"},
    {name_taken, "name_taken"},
    {other_tills_letters, "other_tills_letters"},
    {other_tills_order, "other_tills_order"},
    {unprocessable, "unprocessable"},
    {draft_answered, "draft_answered"},
    {id_number_in_use, "id_number_in_use"},
    {members_refused, "members_refused"},
    {member_merged, "member_merged"},
    {same_member, "same_member"},
    {holds_open, "holds_open"},
    {unwritable, "unwritable"},
    {too_large, "too_large"},
    {day_not_said, "day_not_said"},
    {day_is_known, "day_is_known"},
    {offline_limit, "offline_limit"},
    {nothing_short, "nothing_short"},
    {staff_unknown, "staff_unknown"},
    {staff_invalid, "staff_invalid"},
    {person_not_permitted, "person_not_permitted"},
    {pin_weak, "pin_weak"},
    {pin_in_use, "pin_in_use"},
    {pin_wrong, "pin_wrong"},
    {pin_locked, "pin_locked"},
    {shift_open, "shift_open"},
    {no_shift, "no_shift"},
    {top_up_limit, "top_up_limit"},
});

}  // namespace

std::string_view name_of(RejectionCode code) {
    const auto named = std::ranges::find(names, code, &Named::first);
    return named == names.end() ? "unknown" : named->second;
}

}  // namespace canteen
