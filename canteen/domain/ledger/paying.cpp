#include "canteen/domain/ledger/paying.h"

#include <algorithm>

namespace canteen {

Fen sum_of(const std::vector<Tender>& tenders) {
    Fen sum;
    for (const auto& tender : tenders) sum += tender.amount;
    return sum;
}

Fen sum_of(const std::vector<Tender>& tenders, TenderKind kind) {
    Fen sum;
    for (const auto& tender : tenders)
        if (tender.kind == kind) sum += tender.amount;
    return sum;
}

bool has_tender(const std::vector<Tender>& tenders, TenderKind kind) {
    return std::any_of(tenders.begin(), tenders.end(), [kind](const Tender& t) { return t.kind == kind; });
}

std::optional<Fen> rounding_for(Fen to_pay, const std::vector<Tender>& tenders) {
    const Fen cash = sum_of(tenders, TenderKind::cash);
    const Fen left_for_cash = to_pay - (sum_of(tenders) - cash);
    if (left_for_cash < Fen{} || cash != round_cash(left_for_cash)) return std::nullopt;
    return left_for_cash - cash;
}

Refusal check_tenders(Fen to_pay, const std::vector<Tender>& tenders) {
    const bool by_transfer = has_tender(tenders, TenderKind::bank);
    if (!by_transfer && rounding_for(to_pay, tenders)) return {};
    const Fen given = sum_of(tenders);
    const Fen left_for_cash = to_pay - (given - sum_of(tenders, TenderKind::cash));
    const Fen rounding = left_for_cash < Fen{} ? Fen{} : left_for_cash - round_cash(left_for_cash);
    return refuse(RejectionCode::tender_mismatch,
                  {param("due", (to_pay - rounding).value), param("given", given.value)});
}

}  // namespace canteen
