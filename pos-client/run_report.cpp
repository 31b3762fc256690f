#include "pos-client/run_report.h"

#include "canteen/domain/base/hex.h"

namespace canteen::till {
namespace {

struct Row {
    const char* word;
    std::string what;
};

Row row_of(const SaleQueued& n) {
    return {"QUEUED", std::to_string(n.draft.shown.to_pay.value)};
}
Row row_of(const SaleCommitted& n) {
    return {"COMMITTED", std::to_string(n.seq)};
}
Row row_of(const SaleStated&) {
    return {"STATED", ""};
}
Row row_of(const SaleRefused& n) {
    return {"REFUSED", std::string(name_of(n.why.code))};
}
Row row_of(const CancelCommitted& n) {
    return {"CANCELLED", std::to_string(n.seq)};
}
Row row_of(const CancelRefused& n) {
    return {"KEPT", std::string(name_of(n.why.code))};
}
Row row_of(const RefundCommitted& n) {
    return {"REFUNDED", std::to_string(n.seq)};
}
Row row_of(const RefundRefused& n) {
    return {"NOT_REFUNDED", std::string(name_of(n.why.code))};
}

Row row_of(const FactCommitted& n) {
    return {"BOOKED", std::to_string(n.seq)};
}
Row row_of(const FactRefused& n) {
    return {"NOT_BOOKED", std::string(name_of(n.why.code))};
}

struct OrderOf {
    OrderId operator()(const SaleQueued& n) const { return n.draft.id; }
    OrderId operator()(const FactCommitted& n) const { return {n.id}; }
    OrderId operator()(const FactRefused& n) const { return {n.id}; }
    OrderId operator()(const auto& n) const { return n.order; }
};

void print_row(std::ostream& out, const Place& place, OrderId order, const Row& row) {
    out << row.word << " " << place.register_name << " " << (place.order_name.empty() ? "-" : place.order_name) << " "
        << place.pickup << " " << to_hex(order.bytes) << (row.what.empty() ? "" : " ") << row.what << std::endl;
}

}  // namespace

OrderId order_of(const News& news) {
    return std::visit(OrderOf{}, news);
}

void print_news(std::ostream& out, const Place& place, const News& news) {
    print_row(out, place, order_of(news), std::visit([](const auto& n) { return row_of(n); }, news));
    const auto* committed = std::get_if<SaleCommitted>(&news);
    if (!committed) return;
    for (const auto& e : committed->exceptions) {
        print_row(out, place, committed->order, {"LISTED", std::string(name_of(e.code))});
    }
}

void Totals::add(const Tally& t) {
    tally.sales += t.sales;
    tally.lines += t.lines;
    tally.grams += t.grams;
    tally.food += t.food;
    tally.to_pay += t.to_pay;
    tally.committed += t.committed;
    tally.refused += t.refused;
    tally.cancelled += t.cancelled;
    tally.exceptions += t.exceptions;
    for (const auto& [reason, count] : t.reasons) tally.reasons[reason] += count;
}

void print_totals(std::ostream& out, const Totals& totals) {
    const auto& t = totals.tally;
    out << "registers " << totals.registers << "\nsales " << t.sales << "\nlines " << t.lines << "\ngrams " << t.grams
        << "\nfood_fen " << t.food.value << "\nto_pay_fen " << t.to_pay.value << "\ncommitted " << t.committed
        << "\nrefused " << t.refused << "\ncancelled " << t.cancelled << "\nexceptions " << t.exceptions << "\nwaiting "
        << totals.waiting << "\nseconds " << totals.elapsed.count() / 1000 << "." << totals.elapsed.count() % 1000 / 100
        << "\n";
    for (const auto& [reason, count] : t.reasons) out << "reason " << reason << " " << count << "\n";
    out.flush();
}

}  // namespace canteen::till
