// The guest's receipt. Pure; any thread.
#pragma once

#include "pos-client/paper/document.h"
#include "pos-client/slips/receipt_facts.h"

namespace canteen::till {

Document receipt(const ReceiptFacts& facts);

}  // namespace canteen::till
