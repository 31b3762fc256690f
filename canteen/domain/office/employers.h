// Employers and what they pay. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

inline constexpr std::size_t max_employers = 1'000;
inline constexpr std::size_t max_employer_code_bytes = 32;
inline constexpr std::size_t max_employer_name_bytes = 120;
inline constexpr std::size_t max_tax_number_bytes = 20;
// The most that one payment may be: a large company's month.
inline constexpr Fen max_employer_payment{10'000'000'00};

// New or changed. Codes are of lower-case letters, digits and '-', so that they read the same in files, tenders and
// accounts. Refuses employer_invalid with what is wrong: "code", "name", "tax_number", "allowance", "valid", "count".
// No events: nothing differs.
Outcome decide_set_employer(const Canteen& state, const SetEmployer& command);
// A payment on what it owes; more than that stands to its credit. Below zero: one that was entered wrongly is taken
// back. Refuses employer_unknown, amount_invalid (also a tender that is no money, or an account that is not an
// employer's).
Outcome decide_receive_from_employer(const Canteen& state, const ReceiveFromEmployer& command);

}  // namespace canteen
