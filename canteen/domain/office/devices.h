// Tills, screens and desks: enrolled, claimed, revoked. Pure; writer thread.
#pragma once

#include "canteen/domain/state/canteen.h"

namespace canteen {

// One that nobody claimed ends behind its one-time code, which lives a minute less.
inline constexpr std::chrono::minutes unclaimed_device_lives{11};

// Two tills with the same letters would print the same pickup numbers, and of two devices of one name the wrong one
// would be shut out.
Outcome decide_enrol_device(const Canteen& state, const EnrolDevice& command, Timestamp now);
// Ends those whose code ran out unused.
Events end_unclaimed(const Canteen& state, Timestamp now);
// Gives the device to the holder of its one-time code, by their key; another key ends the one before. Again with the
// same key yields no events.
Outcome decide_claim_device(const Canteen& state, const ClaimDevice& command);
Outcome decide_revoke_device(const Canteen& state, const RevokeDevice& command);

}  // namespace canteen
