// A reason not to do what the cashier pressed: the canteen's own, or the counter's. Values; any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "canteen/domain/model/rejection.h"

namespace canteen::till {

struct Denial {
    std::string code;  // with "refused." before it a text
    std::vector<Param> params{};
    std::optional<Sums> sums{};
    bool operator==(const Denial&) const = default;
};
using Denied = std::optional<Denial>;

// The counter's own reasons.
inline constexpr auto counter_denials = std::to_array<std::string_view>({
    "basket_changed",    // the page shows another basket than the till has
    "basket_empty",      // nothing to sell
    "sale_under_way",    // the server is being asked about the last one
    "price_not_agreed",  // the server named new sums: ask the guest first
    "given_short",       // params: fen short
    "parked_full",       // params: most
    "parked_unknown",
    "row_unknown",
    "text_too_long",         // params: most
    "sale_unknown",          // no such sale of this till
    "server_needed",         // only the server can say; it is away
    "log_in_first",          // in a house with staff
    "second_person_needed",  // params: most fen alone
    "reason_needed",
    "tax_number_invalid",
    "no_printer",
    "printer_address",   // HOST, HOST:PORT or /dev/...
    "printer_columns",   // 32, 42 or 48
    "card_stopped",      // reported lost at this till
    "card_not_known",    // new, of another house, or reported lost elsewhere
    "card_is_theirs",    // of the person at the desk
    "card_of_other",     // params: name
    "person_not_known",  // by this number or name
    "no_scale",
    "scale_unsettled",
});

inline Denial denial(std::string_view code, std::vector<Param> params = {}) {
    return {std::string(code), std::move(params), {}};
}
inline Denial denial_of(const Rejection& why) {
    return {std::string(name_of(why.code)), why.params, why.sums};
}

}  // namespace canteen::till
