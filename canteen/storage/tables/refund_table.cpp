#include "canteen/storage/tables/refund_table.h"

namespace canteen {

void RefundTable::flush() {
    for (const auto& [seq, refunded] : noted_) insert(seq, refunded);
    clear();
}

void RefundTable::insert(Seq seq, const OrderRefunded& refunded) {
    const auto& refund = refunded.refund;
    db_.query(
           "INSERT INTO refund (order_id, id, seq, at_ms, reason, food_fen, fee_fen, to_pay_fen) "
           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .with(refunded.order, refund.id, seq, refund.at, refund.reason, refund.left.food, refund.left.fee,
              refund.left.to_pay)
        .run();
    auto line_row = db_.query("INSERT INTO refund_line (order_id, refund_id, line, amount) VALUES (?, ?, ?, ?)");
    for (const auto& line : refund.lines) {
        line_row.with(refunded.order, refund.id, line.line, line.amount).run();
        line_row.reset();
    }
    auto tender_row = db_.query(
        "INSERT INTO refund_tender (order_id, refund_id, place, kind, fen, reference) VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t place = 0;
    for (const auto& tender : refund.back) {
        tender_row.with(refunded.order, refund.id, place++, tender.kind, tender.amount, tender.reference).run();
        tender_row.reset();
    }
}

}  // namespace canteen
