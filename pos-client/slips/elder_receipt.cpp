#include "pos-client/slips/elder_receipt.h"

#include "pos-client/slips/words.h"

namespace canteen::till {
namespace {

// "11月30日 午餐"
std::string day_and_meal(const Slip& slip, const ReceiptFacts& facts) {
    const auto day = civil(date_at_site(facts.sold_at));
    return slip.word("paper.day_and_meal", {{"month", std::to_string(static_cast<unsigned>(day.month()))},
                                            {"day", std::to_string(static_cast<unsigned>(day.day()))},
                                            {"meal", slip.word_of(facts.meal)}});
}

void put_huge_sum(Slip& slip, Fen sum) {
    slip.add(TextBlock{with_sign(sum), huge_text, Align::center, true});
}

void put_paid(Slip& slip, const ReceiptFacts& facts) {
    slip.text(slip.word("paper.you_paid"), large_text);
    put_huge_sum(slip, facts.to_pay);
    for (const auto& tender : facts.tenders)
        slip.must(" " + slip.word_of(tender.kind), to_yuan(tender.amount), large_text);
    slip.rule();
}

void put_paid_for_you(Slip& slip, const ReceiptFacts& facts) {
    if (facts.reductions.empty()) return;
    slip.text(slip.word("paper.paid_for_you"), large_text);
    for (const auto& each : facts.reductions) {
        const auto& bearer = each.bearer.empty() ? each.label : each.bearer;
        slip.must(" " + (each.is_provisional ? slip.word("paper.provisional", {{"label", bearer}}) : bearer),
                  to_yuan(each.amount), large_text);
    }
    slip.rule();
}

void put_left(Slip& slip, const ReceiptFacts& facts) {
    if (!facts.balance) return;
    slip.text(slip.word("paper.left_on_card"), large_text);
    put_huge_sum(slip, facts.balance->left);
    if (facts.balance->as_of)
        slip.center(slip.word("paper.as_of", {{"time", time_of_day(*facts.balance->as_of)}}), large_text);
}

}  // namespace

Document elder_receipt(const ReceiptFacts& facts) {
    Slip slip(facts.language);
    slip.center(facts.canteen, large_text).center(day_and_meal(slip, facts), large_text).rule();
    slip.must(slip.word("paper.pickup"), facts.pickup, huge_text).rule();
    for (const auto& line : facts.lines) {
        const bool is_one = line.price_grams == 0 && line.quantity == 1;
        const auto count = std::to_string(line.quantity) + (line.price_grams > 0 ? "g" : "");
        slip.must(line.name, is_one ? "" : count, large_text);
        if (!line.chosen.empty()) slip.text(slip.word("paper.chosen", {{"dishes", line.chosen}}));
    }
    slip.rule();
    put_paid(slip, facts);
    put_paid_for_you(slip, facts);
    put_left(slip, facts);
    if (facts.is_queued) slip.center(slip.word("paper.queued"), large_text).center(slip.word("paper.queued_checked"));
    return slip.take();
}

}  // namespace canteen::till
