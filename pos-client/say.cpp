#include "pos-client/say.h"

namespace canteen::till {

std::string say_queued(Language language, const OrderDraft& draft) {
    Fen shares;
    for (const auto& share : draft.shown.shares) shares += share.fen;
    const auto fen = [](Fen sum) { return std::to_string(sum.value); };
    return text(language, "till.queued",
                {{"pickup", to_string(draft.pickup)},
                 {"food", fen(draft.shown.food)},
                 {"fee", fen(draft.shown.fee)},
                 {"shares", fen(shares)},
                 {"to_pay", fen(draft.shown.to_pay)}});
}

std::string say_outcome(Language language, const Answer& answer) {
    if (const auto* why = std::get_if<Rejection>(&answer.outcome)) return text(language, *why);
    std::string said;
    for (const auto& exception : std::get<Committed>(answer.outcome).exceptions) {
        said += (said.empty() ? "" : " ") + text(language, exception);
    }
    return said;
}

}  // namespace canteen::till
