// Gathers what the slips of a sale tell. Pure but for the till it reads; one thread.
#pragma once

#include <optional>
#include <string>

#include "pos-client/core/till.h"
#include "pos-client/counter/giving_back.h"
#include "pos-client/page/till_names.h"
#include "pos-client/slips/kitchen_slip.h"
#include "pos-client/slips/receipt_facts.h"

namespace canteen::till {

struct SoldNow {
    KeptSaleOf sale;
    std::string pickup;
    Timestamp sold_at;  // server time as the till knew it
    Fen given{};        // in cash; 0: not said
    bool is_committed = false;
};

class SlipMaker {
public:
    // Both outlive it.
    SlipMaker(const Till& till, const TillNames& names) : till_(till), names_(names) {}

    ReceiptFacts receipt_of(const SoldNow& sold, Language language) const;
    // Returns nothing if no dish of the sale is cooked or packed.
    std::optional<KitchenFacts> kitchen_of(const SoldNow& sold, Language language) const;

private:
    const Till& till_;
    const TillNames& names_;
};

// Returns what a payer is called on paper and screen; its code if no text names it.
std::string payer_name(const std::string& payer, Language language);

}  // namespace canteen::till
