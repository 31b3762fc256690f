// The receipt for old eyes: the number, the dishes, what the guest paid, who paid the rest, what is left on the card;
// all of it large. Pure; any thread.
#pragma once

#include "pos-client/paper/document.h"
#include "pos-client/slips/receipt_facts.h"

namespace canteen::till {

Document elder_receipt(const ReceiptFacts& facts);

}  // namespace canteen::till
