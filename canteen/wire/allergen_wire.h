// What a person does not stand, by the groups of GB 7718: in his record and on his sheet.
#pragma once

#include "canteen/wire/field.h"

namespace canteen {

inline constexpr std::uint32_t last_allergen_group = 8;

template <class Wires>
void allergens_to_wire(const std::vector<std::uint8_t>& groups, Wires* wires) {
    for (auto group : groups) wires->Add(group);
}

// A group that is not known is refused client_newer: it may matter to the guest's health.
template <class Wires>
std::vector<std::uint8_t> allergens_from(const Wires& wires, const Path& at) {
    return list_from(wires, last_allergen_group, at, [](std::uint32_t group, const Path& place) {
        if (group == 0) throw Unreadable(place, "is missing");
        if (group > last_allergen_group) throw Unreadable(RejectionCode::client_newer, place.text(), "is not known");
        return static_cast<std::uint8_t>(group);
    });
}

}  // namespace canteen
