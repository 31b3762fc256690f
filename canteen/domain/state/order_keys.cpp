#include "canteen/domain/state/order_keys.h"

#include <algorithm>

#include "canteen/domain/ledger/paying.h"

namespace canteen {

std::optional<PickupKey> pickup_of(const OrderDraft& draft) {
    if (draft.pickup == PickupNumber{}) return std::nullopt;
    return PickupKey{draft.meal.date, draft.pickup};
}

std::optional<UseScope> scope_of(const OrderDraft& draft) {
    if (draft.member.is_nil()) return std::nullopt;
    return UseScope{draft.member, draft.meal.date};
}

std::int64_t used_of(UseKind kind, const LiveUses& live) {
    return is_amount(kind) ? live.fen.value : static_cast<std::int64_t>(live.ordinals.size());
}

bool has_budgets(const Canteen& state) {
    const auto has_one = [](const SchemeVersion& version) { return !version.budgets.empty(); };
    return std::any_of(state.schemes.begin(), state.schemes.end(), [&](const auto& known) {
        const auto& versions = known.second.versions;
        return std::any_of(versions.begin(), versions.end(), has_one);
    });
}

bool uses_stored_value(const std::vector<Tender>& tenders) {
    return has_tender(tenders, TenderKind::stored_value);
}

bool uses_points(const std::vector<Tender>& tenders) {
    return has_tender(tenders, TenderKind::points);
}

}  // namespace canteen
