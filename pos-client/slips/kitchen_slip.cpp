#include "pos-client/slips/kitchen_slip.h"

#include "pos-client/slips/words.h"

namespace canteen::till {

Document kitchen_slip(const KitchenFacts& facts) {
    Slip slip(facts.language);
    slip.pair(slip.word("paper.kitchen"), slip.word_of(facts.mode), large_text);
    slip.must(slip.word("paper.pickup"), facts.pickup, huge_text);
    slip.pair(date_and_time(facts.ordered_at), facts.till).rule();
    for (const auto& line : facts.lines) {
        const auto quantity =
            line.is_weighed ? std::to_string(line.quantity) + "g" : "x" + std::to_string(line.quantity);
        slip.add(ItemBlock{line.name, quantity, "", "", "", large_text});
        if (!line.note.empty()) slip.add(TextBlock{"  " + line.note, {TextSize::large, true}, Align::left, true});
    }
    return slip.take();
}

}  // namespace canteen::till
