#include "canteen/domain/rejection.h"

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
});

}  // namespace

std::string_view name_of(RejectionCode code) {
    const auto named = std::ranges::find(names, code, &Named::first);
    return named == names.end() ? "unknown" : named->second;
}

}  // namespace canteen
