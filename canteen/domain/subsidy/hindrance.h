// Tells why a scheme or a step gives nothing, and how much its limits still let through. Used by pricing alone. Pure;
// one thread.
#pragma once

#include "canteen/domain/subsidy/pricing_state.h"

namespace canteen {

// Each returns a code of the catalogue (Why::code), or null: nothing hinders it. A limit that held something back is
// noted. Why no step of the scheme gives anything.
const char* hindrance_of(const PricingState& state, const SheetScheme& scheme);
// Why a subsidy gives nothing whatever its classes say.
const char* hindrance_of(PricingState& state, const SubsidyRight& right);
const char* hindrance_of(PricingState& state, const StepTerms& terms);

// How much of `most` the member may still be given in this month and year.
Fen left_of_caps(const PricingState& state, const Limits& limits, Fen most);
// Notes those that let no more through than `capped`.
void note_caps(PricingState& state, const Limits& limits, Fen capped);

}  // namespace canteen
