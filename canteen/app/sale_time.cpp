#include "canteen/app/sale_time.h"

#include <algorithm>

namespace canteen {

void keep_believable(RecordSale& sale, std::optional<Timestamp> last_contact, Timestamp receipt) {
    auto earliest = last_contact ? *last_contact - sale_in_flight : receipt - oldest_believed_sale;
    sale.clock_doubtful = sale.sold_at < earliest || sale.sold_at > receipt + clock_tolerance;
    sale.sold_at = sale.clock_doubtful ? receipt : std::min(sale.sold_at, receipt);
}

}  // namespace canteen
