#include "canteen/app/sessions/sale_time.h"

#include <algorithm>

namespace canteen {

void keep_believable(RecordSale& sale, Timestamp receipt) {
    sale.clock_doubtful = sale.sold_at < receipt - oldest_believed_sale || sale.sold_at > receipt + clock_tolerance;
    sale.said_at = sale.clock_doubtful ? sale.sold_at : Timestamp{};
    sale.sold_at = sale.clock_doubtful ? receipt : std::min(sale.sold_at, receipt);
}

}  // namespace canteen
