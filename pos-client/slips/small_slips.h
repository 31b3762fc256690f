// The slips of a drawer, of a card, and of a printer that is tried out. Pure; any thread.
#pragma once

#include <optional>
#include <string>

#include "pos-client/paper/document.h"
#include "pos-client/slips/receipt_facts.h"
#include "pos-client/slips/shift_facts.h"

namespace canteen::till {

// Cash put into the drawer or taken out, and who did it why.
struct DrawerSlipFacts {
    Language language = Language::zh;
    std::string canteen, till, shift;
    MovedCash moved;
    std::string reason;
};

// Opens the drawer, too, if asked to.
Document drawer_slip(const DrawerSlipFacts& facts, bool opens_drawer);

// The drawer alone, without paper.
Document drawer_opening();

// Money put onto a member's card.
struct TopUpFacts {
    Language language = Language::zh;
    std::string canteen, shift, cashier;
    Timestamp at;
    ReceiptMember member;
    ReceiptTender paid;
    Fen bonus;  // what the canteen gives to it
    std::optional<ReceiptBalance> balance{};
    bool is_queued = false;
};

Document top_up_slip(const TopUpFacts& facts);

// Chinese by the printer's font and by pictures, so that a person sees which of them it can print; a whole line of
// cells, so that too many columns are seen; a sum, a QR code.
Document test_page(Language language, const std::string& printer, Timestamp now);

}  // namespace canteen::till
