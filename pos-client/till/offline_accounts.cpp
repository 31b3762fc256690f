#include "pos-client/till/offline_accounts.h"

#include <algorithm>

#include "canteen/domain/ledger/paying.h"

namespace canteen::till {

Fen from_accounts(const std::vector<Tender>& tenders) {
    return sum_of(tenders, TenderKind::stored_value) + sum_of(tenders, TenderKind::points);
}

Refusal check_offline(const std::vector<Tender>& tenders, const AccountsBasis& basis) {
    const Fen asked = from_accounts(tenders);
    if (asked == Fen{}) return {};
    if (basis.balance && sum_of(tenders, TenderKind::stored_value) > *basis.balance)
        return refuse(RejectionCode::account_short, {param("balance", std::max(*basis.balance, Fen{}).value)});
    const bool fits = basis.taken.sales < basis.bound.most_sales && basis.taken.sum + asked <= basis.bound.most_sum;
    if (fits) return {};
    const Fen left = basis.taken.sales < basis.bound.most_sales ? basis.bound.most_sum - basis.taken.sum : Fen{};
    return refuse(RejectionCode::offline_limit,
                  {param("sales", basis.taken.sales), param("left", std::max(left, Fen{}).value)});
}

}  // namespace canteen::till
