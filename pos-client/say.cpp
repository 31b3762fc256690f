#include "pos-client/say.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/model/names.h"

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

std::string say_paid_back(Language language, const Tender& tender) {
    return text(
        language, "till.refund_part",
        {{"tender", text(language, "tender." + name_of(tender.kind))}, {"fen", std::to_string(tender.amount.value)}});
}

std::string say_trouble(Language language, const std::string& trouble) {
    static constexpr std::array<std::string_view, 2> passing{"too_slow", "hello_late"};
    if (trouble.empty() || std::find(passing.begin(), passing.end(), trouble) != passing.end()) return "";
    return text(language, "trouble." + trouble);
}

std::string say_outcome(Language language, const Answer& answer) {
    if (const auto* why = std::get_if<Rejection>(&answer.outcome)) return text(language, *why);
    std::string said;
    const Fen back = sum_of(std::get<Committed>(answer.outcome).paid_back);
    if (back > Fen{}) said = text(language, "till.refunded_later", {{"fen", std::to_string(back.value)}});
    for (const auto& exception : std::get<Committed>(answer.outcome).exceptions) {
        said += (said.empty() ? "" : " ") + text(language, exception);
    }
    return said;
}

}  // namespace canteen::till
