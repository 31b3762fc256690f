#include "canteen/domain/model/stock.h"

namespace canteen {

void StockRow::move(StockMoveKind kind, std::int64_t amount) {
    switch (kind) {
        case StockMoveKind::planned:
            planned += amount;
            break;
        case StockMoveKind::restocked:
            restocked += amount;
            break;
        case StockMoveKind::found:
            found += amount;
            break;
        case StockMoveKind::oversold:
            oversold += amount;
            break;
        case StockMoveKind::sold:
            sold += amount;
            break;
        case StockMoveKind::returned:
            returned += amount;
            break;
        case StockMoveKind::wasted:
            wasted += amount;
            break;
        case StockMoveKind::held:
            held += amount;
            break;
    }
}

}  // namespace canteen
