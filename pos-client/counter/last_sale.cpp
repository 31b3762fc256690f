#include "pos-client/counter/last_sale.h"

#include <algorithm>

namespace canteen::till {

Fen LastSale::change() const {
    Fen cash;
    for (const auto& tender : tenders)
        if (tender.kind == TenderKind::cash) cash += tender.amount;
    return std::max(Fen{}, given - cash);
}

}  // namespace canteen::till
