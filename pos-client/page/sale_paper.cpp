#include "pos-client/page/sale_paper.h"

#include <algorithm>

#include "pos-client/slips/elder_receipt.h"
#include "pos-client/slips/receipt.h"
#include "pos-client/slips/small_slips.h"

namespace canteen::till {
namespace {

bool has_tender(const std::vector<Tender>& tenders, TenderKind kind) {
    return std::ranges::any_of(tenders, [kind](const Tender& t) { return t.kind == kind && t.amount > Fen{}; });
}

PrintKey key_of(PrintKind kind, OrderId order) {
    return {kind, order.bytes};
}

}  // namespace

std::optional<SoldNow> SalePaper::sold_now(OrderId order, Fen given) const {
    const auto kept = outbox_.order(order);
    auto sale = sale_kept_of(outbox_, order);
    if (!kept || !sale) return std::nullopt;
    return SoldNow{*std::move(sale), kept->pickup, kept->sold_at, given, outbox_.is_with_server(order)};
}

bool SalePaper::wants_receipt(const SoldNow& sold) const {
    const auto& shares = sold.sale.draft.shown.shares;
    const bool is_subsidised = std::ranges::any_of(shares, [](const Share& s) { return s.fen > Fen{}; });
    return switches_.paper_always || is_subsidised || has_tender(sold.sale.tenders, TenderKind::stored_value);
}

Document SalePaper::receipt_document(const SoldNow& sold) const {
    const auto facts = slips_.receipt_of(sold, switches_.language);
    return switches_.paper_large ? elder_receipt(facts) : receipt(facts);
}

void SalePaper::on_sold(const LastSale& sale, Timestamp now) {
    const auto sold = sold_now(sale.order, sale.given);
    if (!sold) return;
    if (has_tender(sold->sale.tenders, TenderKind::cash))
        tray_.print(key_of(PrintKind::drawer, sale.order), drawer_opening(), now);
    if (wants_receipt(*sold)) tray_.print(key_of(PrintKind::guest_receipt, sale.order), receipt_document(*sold), now);
    if (!sold->sale.kitchen_told) return;
    if (const auto kitchen = slips_.kitchen_of(*sold, switches_.language))
        tray_.print(key_of(PrintKind::kitchen_slip, sale.order), kitchen_slip(*kitchen), now);
}

bool SalePaper::reprint(OrderId order, Timestamp now) {
    const auto key = key_of(PrintKind::guest_receipt, order);
    if (tray_.job(key)) return tray_.reprint(key, now);
    const auto sold = sold_now(order, {});
    return sold && tray_.print(key, receipt_document(*sold), now) != PrintAnswer::no_printer;
}

std::optional<PrintJob> SalePaper::receipt_job(OrderId order) const {
    return tray_.job(key_of(PrintKind::guest_receipt, order));
}

}  // namespace canteen::till
