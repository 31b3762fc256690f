// Follows the journal from its first row and knows what one payer owes for each meal. Pure and deterministic: the same
// rows yield the same lines. One thread.
#pragma once

#include <map>
#include <optional>

#include "canteen/domain/claim.h"
#include "canteen/domain/event.h"

namespace canteen {

class ClaimBook {
public:
    explicit ClaimBook(ClaimPayer payer);

    // All events that concern the payer's scheme, in the journal's order. Throws ProgrammerError if a share is booked
    // for an order that names no such payer.
    void add(Seq seq, const Event& event);

    // The meals of the period for which something is owed, by date, meal and order.
    std::vector<ClaimLine> draw_up(const ClaimPeriod& period) const;

private:
    void bring_in(const Order& order);
    void book(Seq seq, OrderId order, const std::vector<Posting>& postings);

    ClaimPayer payer_;
    Account account_;
    std::optional<Scheme> scheme_;         // as published last
    std::map<OrderId, ClaimLine> orders_;  // their share: what stands
};

}  // namespace canteen
