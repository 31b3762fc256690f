#include "canteen/domain/sales/sale_day.h"

namespace canteen {

bool is_day_doubtful(const RecordSale& sale, Timestamp now) {
    const bool is_awaited = sale.order.due && *sale.order.due >= now;
    return sale.clock_doubtful && !is_awaited && sale.order.meal.date != date_at_site(now);
}

Telling telling_of(const Site& site, const RecordSale& sale, Timestamp now) {
    if (is_late(site, sale, now)) return Telling::too_late;
    return sale.kitchen_told ? Telling::on_paper : Telling::by_ticket;
}

bool is_late(const Site& site, const RecordSale& sale, Timestamp now) {
    const auto is_over = [&](Timestamp eaten) { return now - eaten > site.late_sale_after; };
    if (sale.order.due && !is_over(*sale.order.due)) return false;
    if (sale.clock_doubtful || sale.order.meal.date < date_at_site(now)) return true;
    return is_over(sale.sold_at);
}

}  // namespace canteen
