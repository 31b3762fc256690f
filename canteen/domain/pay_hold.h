// A hold is paid: it becomes a placed order with the portions and rights it kept. Pure; writer thread.
#pragma once

#include "canteen/domain/canteen.h"
#include "canteen/domain/refusal.h"

namespace canteen {

// As an ask: refused if the tenders or the stored value do not suffice.
Outcome decide_pay_hold(const Canteen& state, const Order& hold, const std::vector<Tender>& tenders, Timestamp now);

// Pays as stated, whatever the tenders come to. `late`: it was eaten, so the kitchen gets no ticket.
void pay_hold(Events& events, const Canteen& state, const Order& hold, const std::vector<Tender>& tenders,
              const Purse& purse, Timestamp at, bool late);

// Refuses tender_mismatch or account_short.
Refusal check_payment(const Canteen& state, const OrderDraft& draft, const std::vector<Tender>& tenders);

// The member's stored value, looked up only if a tender asks for it; empty for a guest without number.
Purse purse_for(const Canteen& state, MemberId member, const std::vector<Tender>& tenders);

}  // namespace canteen
