#include "canteen/app/sale_time.h"

#include <algorithm>

#include "canteen/domain/site.h"

namespace canteen {

void keep_believable(RecordSale& sale, std::optional<Timestamp> last_sale, Timestamp receipt) {
    auto earliest = last_sale ? *last_sale - clock_corrected : receipt - oldest_believed_sale;
    sale.clock_doubtful = sale.sold_at < earliest || sale.sold_at > receipt + clock_tolerance;
    sale.sold_at = sale.clock_doubtful ? receipt : std::min(sale.sold_at, receipt);
}

std::optional<Timestamp> sale_time_of(const CommandBody& body, Timestamp receipt) {
    if (const auto* sale = std::get_if<RecordSale>(&body); sale && !sale->clock_doubtful) return sale->sold_at;
    if (const auto* ask = std::get_if<PlaceOrder>(&body)) return std::min(ask->answer_by - till_answer_wait, receipt);
    return std::nullopt;
}

}  // namespace canteen
