#include "pos-client/slips/receipt.h"

#include <utility>

#include "pos-client/slips/words.h"

namespace canteen::till {
namespace {

void put_head(Slip& slip, const ReceiptFacts& facts) {
    slip.center(facts.canteen, large_text);
    if (!facts.address.empty()) slip.center(facts.address);
    slip.rule().must(slip.word("paper.pickup"), facts.pickup, large_text);
    slip.pair(date_and_time(facts.sold_at) + "  " + slip.word_of(facts.meal) + "  " + slip.word_of(facts.mode),
              slip.word("paper.cashier", {{"name", facts.cashier}}));
    const auto guest = facts.member ? facts.member->name + " ****" + facts.member->last_four : slip.word("paper.guest");
    slip.pair(guest, slip.word("paper.shift", {{"shift", facts.shift}})).rule();
}

ItemBlock item(const ReceiptLine& line) {
    const bool is_weighed = line.price_grams > 0;
    return {line.name, std::to_string(line.quantity) + (is_weighed ? "g" : ""), to_yuan(line.unit_price),
            is_weighed ? "/" + std::to_string(line.price_grams) + "g" : "", to_yuan(line.amount)};
}

void put_items(Slip& slip, const ReceiptFacts& facts) {
    slip.add(ItemHeadBlock{slip.word("paper.dish"), slip.word("paper.quantity"), slip.word("paper.price"),
                           slip.word("paper.amount")});
    for (const auto& line : facts.lines) {
        slip.add(item(line));
        if (!line.chosen.empty()) slip.text(slip.word("paper.chosen", {{"dishes", line.chosen}}));
    }
    slip.rule();
}

void put_sums(Slip& slip, const ReceiptFacts& facts) {
    slip.sum(slip.word("paper.list_price"), facts.list_price);
    if (facts.fee != Fen{}) slip.sum(slip.word("paper.fee"), facts.fee);
    for (const auto& each : facts.reductions)
        slip.sum(each.is_provisional ? slip.word("paper.provisional", {{"label", each.label}}) : each.label,
                 -each.amount);
    slip.large_sum(slip.word("paper.to_pay"), facts.to_pay);
    if (facts.rounded_away != Fen{}) slip.sum(slip.word("paper.rounded_away"), -facts.rounded_away);
}

std::string tender_label(const Slip& slip, const ReceiptTender& tender) {
    auto name = slip.word_of(tender.kind);
    if (!tender.given) return name;
    return slip.word("paper.tender_given", {{"tender", name},
                                            {"given", std::to_string(tender.given->value)},
                                            {"change", std::to_string(tender.change.value)}});
}

void put_payment(Slip& slip, const ReceiptFacts& facts) {
    for (const auto& tender : facts.tenders) slip.sum(tender_label(slip, tender), tender.amount);
    if (facts.balance)
        slip.sum(facts.balance->as_of ? slip.word("paper.balance_as_of", {{"time", time_of_day(*facts.balance->as_of)}})
                                      : slip.word("paper.balance"),
                 facts.balance->left);
    slip.rule();
}

void put_foot(Slip& slip, const ReceiptFacts& facts) {
    if (facts.is_queued)
        slip.center(slip.word("paper.queued"), large_text)
            .center(slip.word("paper.queued_checked"))
            .center(slip.word("paper.queued_told"));
    if (!facts.qr.empty()) slip.add(QrBlock{facts.qr});
    slip.center(slip.word("paper.later")).center(slip.word("paper.enjoy"));
}

}  // namespace

Document receipt(const ReceiptFacts& facts) {
    Slip slip(facts.language);
    put_head(slip, facts);
    put_items(slip, facts);
    put_sums(slip, facts);
    put_payment(slip, facts);
    put_foot(slip, facts);
    return slip.take();
}

}  // namespace canteen::till
