#include "pos-client/command/which_order.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/texts/say.h"
#include "canteen/wire/client_codec.h"
#include "pos-client/command/command_run.h"

namespace canteen::till {
namespace {

struct Candidate {
    KeptOrder order;
    OrderDraft draft;
};

std::optional<OrderDraft> draft_of(const Outbox& outbox, OrderId order) {
    const auto sale = outbox.sale_of(order);
    if (!sale) return std::nullopt;
    const auto command = decode_command(sale->bytes);
    if (const auto* ask = std::get_if<PlaceOrder>(&command.body)) return ask->order;
    if (const auto* sold = std::get_if<RecordSale>(&command.body)) return sold->order;
    return std::nullopt;
}

bool stands(const Candidate& candidate) {
    return candidate.order.state == SaleState::asked || candidate.order.state == SaleState::sold;
}

// Those that still stand; if none does, all: the cashier hears what became of it.
std::vector<Candidate> candidates_of(const Outbox& outbox, const OrderWanted& wanted) {
    std::vector<Candidate> all, standing;
    for (const auto& order : outbox.orders({.pickup = normal_number(wanted.pickup)})) {
        const auto draft = draft_of(outbox, order.id);
        if (draft && (!wanted.date || draft->meal.date == *wanted.date)) all.push_back({order, *draft});
    }
    std::copy_if(all.begin(), all.end(), std::back_inserter(standing), stands);
    return standing.empty() ? all : standing;
}

// "206 Chicken x2, 104 250g".
std::string dishes_of(const OrderDraft& draft, const Replica& replica) {
    const auto* menu = replica.menu_of(draft.meal);
    std::string dishes;
    for (const auto& line : draft.lines) {
        dishes += (dishes.empty() ? "" : ", ") + std::to_string(line.dish.value);
        if (const auto* dish = menu ? menu->find(line.dish) : nullptr) dishes += " " + dish->name;
        if (line.grams > 0) {
            dishes += " " + std::to_string(line.grams) + "g";
        } else if (line.quantity > 1) {
            dishes += " x" + std::to_string(line.quantity);
        }
    }
    return dishes;
}

std::string say_order(const Candidate& candidate, const Replica& replica, Language language) {
    const auto& draft = candidate.draft;
    return say("till.which_line",
               {{"pickup", candidate.order.pickup},
                {"date", to_string(draft.meal.date)},
                {"dishes", dishes_of(draft, replica)},
                {"sum", std::to_string(draft.shown.to_pay.value)}},
               language);
}

}  // namespace

std::optional<KeptOrder> which_order(CommandRun& run, const OrderWanted& wanted) {
    const auto candidates = candidates_of(run.outbox(), wanted);
    if (candidates.empty()) {
        run.complain(say("refused.order_unknown", {}, run.language()));
        return std::nullopt;
    }
    if (candidates.size() > 1) {
        const std::vector<Param> params{{"pickup", candidates.front().order.pickup},
                                        {"count", std::to_string(candidates.size())}};
        run.complain(say("till.which", params, run.language()));
    }
    auto& out = candidates.size() > 1 ? run.streams().err : run.streams().out;
    for (const auto& candidate : candidates)
        out << say_order(candidate, run.till().replica(), run.language()) << std::endl;
    if (candidates.size() > 1) return std::nullopt;
    return candidates.front().order;
}

}  // namespace canteen::till
