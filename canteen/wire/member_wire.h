// A member's record with its cards, carers and applications, in the clear: seal the bytes before a disk sees them.
#pragma once

#include "canteen/domain/model/member.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/v1/member.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

// Limits of a member's record.
struct MemberLimits {
    std::size_t text_bytes;  // of a name, number, code, paper or note
    std::size_t items;       // in each list
};

inline constexpr MemberLimits client_member_limits{max_client_text_bytes, 100};
// Wider limits for our own records: imports bring what other programs kept.
inline constexpr MemberLimits own_member_limits{max_own_text_bytes, max_own_items};

// Allergens follow the groups of GB 7718, in a record and on a sheet.
inline constexpr std::uint32_t last_allergen_group = 8;

template <class Wires>
void allergens_to_wire(const std::vector<std::uint8_t>& groups, Wires* wires) {
    for (auto group : groups) wires->Add(group);
}

// Refuses an unknown group as client_newer: it may matter to the guest's health.
template <class Wires>
std::vector<std::uint8_t> allergens_from(const Wires& wires, const Path& at) {
    return list_from(wires, last_allergen_group, at, [](std::uint32_t group, const Path& place) {
        if (group == 0) throw Unreadable(place, "is missing");
        if (group > last_allergen_group) throw Unreadable(RejectionCode::client_newer, place.text(), "is not known");
        return static_cast<std::uint8_t>(group);
    });
}

static_assert(v1::CardState_MAX == static_cast<int>(CardState::replaced));

void to_wire(const Card& card, v1::Card& wire);
Card card_from(const v1::Card& wire, const MemberLimits& limits, const Path& at);

void to_wire(const Carer& carer, v1::Carer& wire);
Carer carer_from(const v1::Carer& wire, const MemberLimits& limits, const Path& at);

static_assert(v1::ReviewStep_MAX == static_cast<int>(ReviewStep::withdrawn));

void to_wire(const Reviewed& reviewed, v1::Reviewed& wire);
Reviewed reviewed_from(const v1::Reviewed& wire, const MemberLimits& limits, const Path& at);

void to_wire(const SubsidyApplication& application, v1::MemberApplication& wire);
SubsidyApplication application_from(const v1::MemberApplication& wire, const MemberLimits& limits, const Path& at);

// Write and read all but the id.
void to_wire(const Member& member, v1::MemberBody& wire);
Member member_from(MemberId id, const v1::MemberBody& wire, const MemberLimits& limits, const Path& at);

void to_wire(const Member& member, v1::Member& wire);
Member from_wire(const v1::Member& wire, const Path& at);

}  // namespace canteen
