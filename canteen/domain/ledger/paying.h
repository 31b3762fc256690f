// Do the tenders come to what is due, and what is given up in cash? Pure; any thread.
#pragma once

#include "canteen/domain/model/refusal.h"

namespace canteen {

// Returns what the tenders leave unpaid because only cash is rounded, down to the full 0.10 yuan: 0 to 9 fen. Nothing:
// they do not come to `to_pay`.
std::optional<Fen> rounding_for(Fen to_pay, const std::vector<Tender>& tenders);

// Refuses tender_mismatch with what is due from cash and other tenders together, and what was given. A transfer pays no
// order.
Refusal check_tenders(Fen to_pay, const std::vector<Tender>& tenders);

Fen sum_of(const std::vector<Tender>& tenders);
// True if a tender is of that kind.
bool has_tender(const std::vector<Tender>& tenders, TenderKind kind);
// Payments of one kind only.
Fen sum_of(const std::vector<Tender>& tenders, TenderKind kind);

}  // namespace canteen
