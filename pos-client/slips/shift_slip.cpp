#include "pos-client/slips/shift_slip.h"

#include "pos-client/slips/drawer_moves.h"
#include "pos-client/slips/words.h"

namespace canteen::till {
namespace {

constexpr const char* indent = "  ";

std::string counted(const Slip& slip, std::string_view code, const CountedSum& counted) {
    return indent + slip.word(code, {{"n", std::to_string(counted.count)}});
}

// "100" and "0.5", as people name notes.
std::string name_of_note(Fen note) {
    auto name = to_yuan(note);
    while (name.back() == '0') name.pop_back();
    if (name.back() == '.') name.pop_back();
    return name;
}

std::string listed(const std::vector<SlipNote>& notes) {
    std::string list;
    for (const auto& [note, count] : notes)
        list += (list.empty() ? indent : "  ") + name_of_note(note) + "x" + std::to_string(count);
    return list;
}

void put_head(Slip& slip, const ShiftFacts& facts) {
    slip.center(slip.word("paper.shift_slip"), large_text);
    slip.pair(slip.word("paper.shift", {{"shift", facts.shift}}) + "  " +
                  slip.word("paper.cashier", {{"name", facts.cashier}}),
              facts.till);
    slip.pair(slip.word("paper.opened", {{"time", date_and_time(facts.opened_at)}}),
              slip.word("paper.closed", {{"time", time_of_day(facts.closed_at)}}));
    if (facts.as_of)
        slip.text(slip.word("paper.cut_off", {{"time", date_and_time(*facts.as_of)}}), {TextSize::usual, true, true});
    slip.rule();
}

void put_difference(Slip& slip, Fen difference) {
    if (difference == Fen{})
        slip.must(slip.word("paper.exact"), with_sign(difference), large_text);
    else if (difference > Fen{})
        slip.large_sum(slip.word("paper.over"), difference);
    else
        slip.large_sum(slip.word("paper.short"), -difference);
}

void put_cash(Slip& slip, const ShiftCash& cash) {
    slip.text(slip.word("paper.part_cash"), bold_text);
    slip.sum(indent + slip.word("paper.float"), cash.opening_float);
    slip.sum(counted(slip, "paper.cash_sales", cash.sales), cash.sales.sum);
    slip.sum(counted(slip, "paper.cash_top_ups", cash.top_ups), cash.top_ups.sum);
    slip.sum(counted(slip, "paper.cash_refunds", cash.refunds), cash.refunds.sum);
    for (const auto& moved : cash.moves)
        slip.sum(indent + word_of(moved.move, slip) + " " + time_of_day(moved.at) + " " + moved.person, moved.sum);
    slip.sum(indent + slip.word("paper.expected"), cash.expected);
    if (!cash.notes.empty()) slip.text(listed(cash.notes));
    slip.sum(indent + slip.word("paper.counted"), cash.counted);
    put_difference(slip, cash.counted - cash.expected);
    slip.rule();
}

void put_orders(Slip& slip, const ShiftFacts& facts) {
    slip.text(slip.word("paper.part_orders"), bold_text);
    for (const auto& [kind, sum] : facts.tenders) slip.sum(indent + slip.word_of(kind), sum);
    slip.sum(counted(slip, "paper.orders", facts.orders), facts.orders.sum).rule();
}

void put_payers(Slip& slip, const ShiftFacts& facts) {
    slip.text(slip.word("paper.part_payers"), bold_text);
    for (const auto& [label, meals] : facts.payers)
        slip.sum(indent + slip.word("paper.payer_meals", {{"payer", label}, {"n", std::to_string(meals.count)}}),
                 meals.sum);
    slip.rule();
}

void put_portions(Slip& slip, const ShiftFacts& facts) {
    slip.text(slip.word("paper.part_portions"), bold_text);
    slip.must(indent + slip.word("paper.portions", {{"sold", std::to_string(facts.portions_sold)},
                                                    {"back", std::to_string(facts.portions_back)}}),
              std::to_string(std::int64_t{facts.portions_sold} - facts.portions_back));
    slip.rule();
}

void put_open_matters(Slip& slip, const ShiftFacts& facts) {
    if (!facts.not_at_the_server.empty()) {
        std::string numbers;
        for (const auto& pickup : facts.not_at_the_server) numbers += " " + pickup;
        slip.text(slip.word("paper.not_at_the_server",
                            {{"n", std::to_string(facts.not_at_the_server.size())}, {"numbers", numbers.substr(1)}}),
                  bold_text);
        slip.text(indent + slip.word("paper.join_by_themselves"));
    }
    if (facts.held_baskets > 0) slip.text(slip.word("paper.held_baskets", {{"n", std::to_string(facts.held_baskets)}}));
    if (facts.journal)
        slip.text(slip.word("paper.journal", {{"seq", std::to_string(facts.journal->seq)},
                                              {"time", time_of_day(facts.journal->at)},
                                              {"hash", facts.journal->hash}}));
}

}  // namespace

Document shift_slip(const ShiftFacts& facts) {
    Slip slip(facts.language);
    put_head(slip, facts);
    put_cash(slip, facts.cash);
    put_orders(slip, facts);
    put_payers(slip, facts);
    put_portions(slip, facts);
    put_open_matters(slip, facts);
    slip.text("").pair(slip.word("paper.sign_cashier"), slip.word("paper.sign_lead"));
    return slip.take();
}

}  // namespace canteen::till
