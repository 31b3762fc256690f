#include "canteen/domain/sales/payment_plan.h"

#include <algorithm>

#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/sales/payment_sources.h"
#include "canteen/domain/state/state_lookup.h"
#include "canteen/domain/subsidy/allowance.h"

namespace canteen {

namespace {

// One bill on its way through what the member has.
class Plan {
public:
    Plan(const Canteen& state, const OrderDraft& draft, const Quote& quote)
        : state_(state),
          draft_(draft),
          quote_(quote),
          rest_(quote.sums.to_pay),
          wallet_(wallet_of(state, draft.member)) {}

    std::vector<Tender> tenders() {
        for (const auto kind : state_.deduct_order) {
            if (kind == AccountKind::allowance) {
                by_allowances();
            } else if (kind == AccountKind::points) {
                by_points();
            } else {
                pay(TenderKind::stored_value, wallet_.of(kind), "");
            }
        }
        return std::move(tenders_);
    }

private:
    void by_allowances() {
        const DayKind day = day_of(state_, draft_.meal);
        for (const auto& right : quote_.sheet.employers)
            pay(TenderKind::allowance, allowance_left(quote_.sheet, right.employer, draft_.meal, day, quote_.uses),
                right.employer);
    }

    void by_points() {
        const PointsRule& rule = state_.points_rule;
        pay(TenderKind::points, rule.fen_per_point * spendable(rule, points_of(state_, draft_.member)), "");
    }

    // Stored value is one tender however many of its accounts give; one place is left for cash.
    void pay(TenderKind kind, Fen at_most, const std::string& reference) {
        const Fen fen = std::min(at_most, rest_);
        if (fen <= Fen{}) return;
        const auto same = std::find_if(tenders_.begin(), tenders_.end(), [&](const Tender& tender) {
            return tender.kind == kind && tender.reference == reference;
        });
        if (same == tenders_.end() && tenders_.size() + 1 >= max_tenders) return;
        rest_ -= fen;
        if (same != tenders_.end()) {
            same->amount += fen;
        } else {
            tenders_.push_back({kind, fen, reference});
        }
    }

    const Canteen& state_;
    const OrderDraft& draft_;
    const Quote& quote_;
    Fen rest_;
    Wallet wallet_;
    std::vector<Tender> tenders_;
};

}  // namespace

std::vector<Tender> plan_payment(const Canteen& state, const OrderDraft& draft, const Quote& quote) {
    if (!quote.sheet.has_number()) return {};
    return Plan(state, draft, quote).tenders();
}

}  // namespace canteen
