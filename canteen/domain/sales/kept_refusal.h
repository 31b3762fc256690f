// The form in which a refusal is kept on the disk. Pure.
#pragma once

#include "canteen/domain/model/rejection.h"

namespace canteen {

// The same without what somebody typed: its code, its sums, and those params that are numbers of the books or words of
// the program. A whole ID number may have been typed for a card, a number or an employer, and what is kept goes into
// every backup.
Rejection kept_form(Rejection why);

}  // namespace canteen
