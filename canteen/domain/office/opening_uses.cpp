#include "canteen/domain/office/opening_uses.h"

#include <algorithm>

#include "canteen/domain/model/refusal.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// True for uses that a member can hold; a meal that was eaten elsewhere is no meal of this canteen.
bool is_brought_along(UseKind kind) {
    const bool is_members = std::find(member_use_kinds.begin(), member_use_kinds.end(), kind) != member_use_kinds.end();
    return is_members && kind != UseKind::meal_eaten;
}

bool is_period(const UseKey& key) {
    const Date day = first_day_of(key.kind, key.period);
    return std::any_of(meal_slots.begin(), meal_slots.end(),
                       [&](MealSlot slot) { return period_of(key.kind, {day, slot}) == key.period; });
}

bool is_sound(const OpeningUse& opening) {
    const std::int64_t most = is_amount(opening.key.kind) ? max_order_sum.value : max_opening_count;
    return is_brought_along(opening.key.kind) && is_period(opening.key) && 0 <= opening.used && opening.used <= most;
}

Refusal check_giver(const Canteen& state, const UseKey& key) {
    if (key.kind == UseKind::allowance) {
        if (state.employers.contains(key.scheme)) return {};
        return refuse(RejectionCode::employer_unknown, {param("employer", key.scheme)});
    }
    const bool known = std::any_of(state.schemes.begin(), state.schemes.end(),
                                   [&](const auto& scheme) { return scheme.second.id == key.scheme; });
    return known ? Refusal{} : refuse(RejectionCode::scheme_unknown, {param("scheme", key.scheme)});
}

Refusal check(const Canteen& state, const OpeningUse& opening) {
    const auto whose = param("number", opening.number);
    if (!member_in(state, opening.key.member)) return refuse(RejectionCode::member_unknown, {whose});
    if (auto refusal = check_is_open(state, opening.key.member)) return refusal;
    if (!is_sound(opening)) return refuse(RejectionCode::amount_invalid, {whose});
    if (auto refusal = check_giver(state, opening.key)) return refusal;
    require_uses(state, {opening.key.member, first_day_of(opening.key.kind, opening.key.period)});
    if (state.uses.contains(opening.key)) return refuse(RejectionCode::uses_in_use, {whose});
    return {};
}

void use(Events& events, const OpeningUse& opening) {
    if (is_amount(opening.key.kind)) {
        events.emplace_back(RightUsed{OrderId{}, {opening.key, 0, Fen{opening.used}}});
        return;
    }
    for (std::uint32_t ordinal = 1; ordinal <= static_cast<std::uint32_t>(opening.used); ++ordinal)
        events.emplace_back(RightUsed{OrderId{}, {opening.key, ordinal, {}}});
}

}  // namespace

Outcome decide_import_uses(const Canteen& state, const ImportUses& command) {
    Events events;
    std::set<UseKey> seen;
    for (const auto& opening : command.uses) {
        if (auto refusal = check(state, opening)) return *refusal;
        if (!seen.insert(opening.key).second)
            return refuse(RejectionCode::uses_in_use, {param("number", opening.number)});
        if (opening.used > 0) use(events, opening);
    }
    if (events.empty()) return refuse(RejectionCode::nothing_to_import);
    return events;
}

}  // namespace canteen
