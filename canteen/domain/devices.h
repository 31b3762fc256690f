// Tills, screens and desks: enrolled, claimed, revoked. Pure; writer thread.
#pragma once

#include "canteen/domain/canteen.h"

namespace canteen {

// Two tills with the same letters would print the same pickup numbers.
Outcome decide_enrol_device(const Canteen& state, const EnrolDevice& command);
// Whoever has the one-time code made for the device; another key ends the one before. Again with the same key yields no
// events.
Outcome decide_claim_device(const Canteen& state, const ClaimDevice& command);
Outcome decide_revoke_device(const Canteen& state, const RevokeDevice& command);

}  // namespace canteen
