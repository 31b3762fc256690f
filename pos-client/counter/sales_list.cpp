#include "pos-client/counter/sales_list.h"

#include <optional>

#include "canteen/domain/base/normal_form.h"
#include "canteen/files/cells.h"

namespace canteen::till {
namespace {

struct Wanted {
    std::string number;  // as a pickup number is written
    std::optional<MinuteOfDay> minute;
    std::optional<Fen> sum;
    std::string name;
};

bool fits(const ListedSale& sale, const Wanted& wanted) {
    if (wanted.name.empty()) return true;
    if (sale.order.pickup == wanted.number) return true;
    if (wanted.minute) return minute_at_site(sale.order.sold_at) == *wanted.minute;
    if (wanted.sum) return sale.sale.draft.shown.to_pay == *wanted.sum;
    return name_key(sale.guest).find(wanted.name) != std::string::npos;
}

ListedSale listed(const Outbox& outbox, const Replica& replica, const KeptOrder& order, KeptSaleOf sale) {
    ListedSale out{order, std::move(sale), {}, {}, outbox.is_with_server(order.id), {}};
    const auto* sheet = replica.sheet_of(out.sale.draft.member, out.sale.draft.meal.date);
    if (sheet && sheet->has_number()) {
        out.guest = sheet->name;
        out.last_four = sheet->last_four;
    }
    return out;
}

}  // namespace

ListedSales list_sales(const Outbox& outbox, const Replica& replica, const std::string& wanted, Date today) {
    const Wanted asked{normal_number(wanted), parse_minute(trimmed(wanted)), parse_yuan(trimmed(wanted)),
                       name_key(wanted)};
    OrderFilter filter;
    filter.since = instant_at_site(today, {0});
    const auto of_number = outbox.orders({.pickup = asked.number});
    const bool by_number = !asked.number.empty() && !of_number.empty();
    ListedSales list;
    for (const auto& order : by_number ? of_number : outbox.orders(filter)) {
        auto sale = sale_kept_of(outbox, order.id);
        if (!sale) continue;
        auto one = listed(outbox, replica, order, *std::move(sale));
        if (!fits(one, asked)) continue;
        list.more = list.sales.size() >= max_listed_sales;
        if (list.more) break;
        one.back = given_back_of(outbox, one.order, one.sale);
        list.sales.push_back(std::move(one));
    }
    return list;
}

}  // namespace canteen::till
