// A payer, the months for which it is asked, a guest, and orders by number.
#pragma once

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/ledger.h"

namespace canteen {

inline const ClaimPayer district{"meals", "district"};
inline const Account district_owes{AccountKind::receivable, "meals/district"};
inline const MemberId grandma{{1}};
inline const Date april_14{20557};
inline const ClaimPeriod april = *parse_claim_period("2026-04");
inline const ClaimPeriod may = *parse_claim_period("2026-05");

inline OrderId order_id(std::uint8_t n) {
    OrderId id;
    id.bytes[15] = n;
    return id;
}

}  // namespace canteen
