// A hold is paid: it becomes a placed order with the portions and rights it kept. Pure; writer thread.
#pragma once

#include "canteen/domain/ledger/funding.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/sales/sale_day.h"
#include "canteen/domain/state/canteen.h"

namespace canteen {

// As an ask: refused if the tenders or what stands behind them do not suffice.
Outcome decide_pay_hold(const Canteen& state, const Order& hold, const std::vector<Tender>& tenders, Telling telling,
                        Timestamp now);

// Pays as stated, whatever the tenders come to.
void pay_hold(Events& events, const Canteen& state, const Order& hold, const std::vector<Tender>& tenders,
              const Funding& funding, Timestamp at, Telling telling);

// Opens the ticket anew as one whose slip is cooked; nothing if there is none or it stands so already.
void put_on_paper(Events& events, std::optional<Ticket> ticket);

// Refuses tender_mismatch, account_short, allowance_short, points_not_spendable, points_short or employer_unknown.
Refusal check_payment(Fen to_pay, const std::vector<Tender>& tenders, const PaymentSources& sources);

}  // namespace canteen
