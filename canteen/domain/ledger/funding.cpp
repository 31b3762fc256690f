#include "canteen/domain/ledger/funding.h"

#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/ledger/points_ledger.h"

namespace canteen {

namespace {

// One order's tenders, each looking for its money.
class Funder {
public:
    Funder(const std::vector<Tender>& tenders, const PaymentSources& sources) : tenders_(tenders), sources_(sources) {}

    Funding result() {
        for (const auto& tender : tenders_)
            if (is_money(tender.kind)) post(funding_.postings, account_of(tender.kind), tender.amount);
        const Fen stored = sum_of(tenders_, TenderKind::stored_value);
        stored_ = sources_.wallet.taken(stored);
        funding_.beyond_wallet = stored - std::min(stored, sources_.wallet.total());
        for (const auto kind : sources_.deduct_order) deduct(kind);
        put_on_accounts();
        return std::move(funding_);
    }

private:
    void deduct(AccountKind kind) {
        if (kind == AccountKind::allowance) return take_allowances();
        if (kind == AccountKind::points) return take_points();
        for (const auto& part : stored_)
            if (part.account.kind == kind) post(funding_.postings, part.account, part.fen);
    }

    void take_allowances() {
        for (const auto& [kind, fen, employer] : tenders_) {
            if (kind != TenderKind::allowance || fen == Fen{}) continue;
            const auto given = sources_.allowances.find(employer);
            Fen& taken = funding_.allowances[employer];
            const Fen left = (given == sources_.allowances.end() ? Fen{} : given->second) - taken;
            const Fen found = std::min(fen, left);
            taken += found;
            post(funding_.postings, {AccountKind::allowance, employer}, found);
            if (found < fen) funding_.beyond_allowance[employer] += fen - found;
        }
    }

    void take_points() {
        const Fen asked = sum_of(tenders_, TenderKind::points);
        if (asked == Fen{}) return;
        const PointsRule& rule = sources_.points_rule;
        const std::int64_t needed = points_for(rule, asked).value_or(0);
        funding_.points = std::min(needed, spendable(rule, sources_.points));
        funding_.points_missing = needed - funding_.points;
        const Fen found = std::min(asked, rule.fen_per_point * funding_.points);
        funding_.beyond_points = asked - found;
        post(funding_.postings, points_account(rule.funder), found);
    }

    // Leaves open what no employer takes, so that it falls to the exceptions.
    void put_on_accounts() {
        for (const auto& [kind, fen, employer] : tenders_) {
            if (kind != TenderKind::employer) continue;
            if (sources_.accounts.contains(employer)) {
                post(funding_.postings, {AccountKind::employer, employer}, fen);
            } else {
                funding_.not_on_account.insert(employer);
            }
        }
    }

    const std::vector<Tender>& tenders_;
    const PaymentSources& sources_;
    std::vector<Posting> stored_;
    Funding funding_;
};

}  // namespace

Fen Funding::borne_by_canteen() const {
    Fen sum = beyond_points;
    for (const auto& [employer, fen] : beyond_allowance) sum += fen;
    return sum;
}

Funding funding_of(const std::vector<Tender>& tenders, const PaymentSources& sources) {
    return Funder(tenders, sources).result();
}

}  // namespace canteen
