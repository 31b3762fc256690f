#include "pos-client/command/say.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/model/names.h"
#include "canteen/texts/say.h"

namespace canteen::till {

std::string say_queued(Language language, const OrderDraft& draft) {
    Fen shares;
    for (const auto& share : draft.shown.shares) shares += share.fen;
    const auto fen = [](Fen sum) { return std::to_string(sum.value); };
    return say("till.queued",
               {{"pickup", to_string(draft.pickup)},
                {"food", fen(draft.shown.food)},
                {"fee", fen(draft.shown.fee)},
                {"shares", fen(shares)},
                {"to_pay", fen(draft.shown.to_pay)}},
               language);
}

std::string say_paid_back(Language language, const Tender& tender) {
    return say(
        "till.refund_part",
        {{"tender", say("tender." + name_of(tender.kind), {}, language)}, {"fen", std::to_string(tender.amount.value)}},
        language);
}

std::string say_trouble(Language language, const std::string& trouble) {
    static constexpr std::array<std::string_view, 2> passing{"too_slow", "hello_late"};
    if (trouble.empty() || std::find(passing.begin(), passing.end(), trouble) != passing.end()) return "";
    return say("trouble." + trouble, {}, language);
}

std::string say_outcome(Language language, const Answer& answer) {
    if (const auto* why = std::get_if<Rejection>(&answer.outcome)) return say(*why, language);
    std::string said;
    const Fen back = sum_of(std::get<Committed>(answer.outcome).paid_back);
    if (back > Fen{}) said = say("till.refunded_later", {{"fen", std::to_string(back.value)}}, language);
    for (const auto& exception : std::get<Committed>(answer.outcome).exceptions) {
        said += (said.empty() ? "" : " ") + say(exception, language);
    }
    return said;
}

}  // namespace canteen::till
