#include "pos-client/counter/given_back.h"

#include <algorithm>
#include <set>

#include "canteen/wire/client_codec.h"
#include "pos-client/core/kept_answer.h"

namespace canteen::till {
namespace {

std::uint32_t amount_of(const OrderLine& line) {
    return line.grams > 0 ? line.grams : line.quantity;
}

void add_all_left(const OrderDraft& draft, GivenBack& back) {
    for (const auto& line : draft.lines) back.lines[line.id] = amount_of(line);
}

void add_money(const std::vector<Tender>& tenders, GivenBack& back) {
    for (const auto& tender : tenders) back.fen += tender.amount;
}

}  // namespace

// A refund that was asked for again after a restore is one.
GivenBack given_back_of(const Outbox& outbox, const KeptOrder& order, const KeptSaleOf& sale) {
    GivenBack back;
    if (order.state == SaleState::cancelled) {
        add_money(sale.tenders, back);
        add_all_left(sale.draft, back);
        return back;
    }
    std::set<RefundId> counted;
    for (const auto& entry : outbox.entries_of(order.id, EntryKind::refund)) {
        const auto committed = committed_answer(outbox, entry);
        if (!committed) continue;
        const auto refund = std::get<Refund>(decode_command(entry.bytes).body);
        if (!counted.insert(refund.id).second) continue;
        add_money(committed->paid_back, back);
        if (refund.lines.empty()) add_all_left(sale.draft, back);
        for (const auto& line : refund.lines) back.lines[line.line] += line.amount;
    }
    return back;
}

}  // namespace canteen::till
