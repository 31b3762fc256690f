// How much a member's record may hold.
#pragma once

#include "canteen/wire/field.h"

namespace canteen {

struct MemberLimits {
    std::size_t text_bytes;  // of a name, number, code, paper or note
    std::size_t items;       // in each list
};

inline constexpr MemberLimits client_member_limits{max_client_text_bytes, 100};
// Imports bring what other programs kept.
inline constexpr MemberLimits own_member_limits{max_own_text_bytes, max_own_items};

}  // namespace canteen
