#include "canteen/domain/sales/payment_sources.h"

#include <algorithm>

#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/state/order_keys.h"
#include "canteen/domain/state/state_lookup.h"
#include "canteen/domain/subsidy/allowance.h"

namespace canteen {

namespace {

// A group needs no more than an employer with an account: who eats is the employer's affair.
bool takes_on_account(const Canteen& state, const OrderDraft& draft, const RightSheet& sheet,
                      const std::string& employer) {
    const auto known = state.employers.find(employer);
    const bool has_account =
        known != state.employers.end() && known->second.has_account && known->second.valid.contains(draft.meal.date);
    if (!has_account || draft.origin == Origin::group) return has_account;
    return std::any_of(sheet.employers.begin(), sheet.employers.end(),
                       [&](const EmployerRight& right) { return right.employer == employer && right.has_account; });
}

}  // namespace

DayKind day_of(const Canteen& state, Meal meal) {
    const auto& menu = menu_in(state, meal);
    return menu ? menu->day_kind : state.calendar.kind_of(meal.date);
}

PaymentSources payment_sources_for(const Canteen& state, const OrderDraft& draft, const std::vector<Tender>& tenders,
                                   const Quote& quote) {
    PaymentSources sources;
    sources.points_rule = state.points_rule;
    sources.deduct_order = state.deduct_order;
    for (const auto& [kind, fen, reference] : tenders) {
        if (kind == TenderKind::allowance)
            sources.allowances[reference] =
                allowance_left(quote.sheet, reference, draft.meal, day_of(state, draft.meal), quote.uses);
        if (kind == TenderKind::employer && takes_on_account(state, draft, quote.sheet, reference))
            sources.accounts.insert(reference);
    }
    if (!member_in(state, draft.member)) return sources;
    if (uses_stored_value(tenders)) sources.wallet = wallet_of(state, draft.member);
    if (uses_points(tenders)) sources.points = points_of(state, draft.member);
    return sources;
}

PaymentSources payment_sources_for(const Canteen& state, const OrderDraft& draft, const std::vector<Tender>& tenders) {
    const bool by_employer = has_tender(tenders, TenderKind::allowance) || has_tender(tenders, TenderKind::employer);
    if (!by_employer) return payment_sources_for(state, draft, tenders, Quote{});
    const auto& menu = menu_in(state, draft.meal);
    return payment_sources_for(state, draft, tenders, quote_as_charged(state, draft, menu ? &*menu : nullptr));
}

}  // namespace canteen
