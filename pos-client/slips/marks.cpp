#include "pos-client/slips/marks.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "pos-client/slips/words.h"

namespace canteen::till {
namespace {

constexpr TextStyle mark{TextSize::large, false, true};

void put_on_top(Document& document, std::string text) {
    document.blocks.insert(document.blocks.begin(), TextBlock{std::move(text), mark, Align::center, true});
}

}  // namespace

Document without_drawer(Document document) {
    std::erase_if(document.blocks, [](const Block& block) { return std::holds_alternative<DrawerBlock>(block); });
    return document;
}

Document as_copy(Document document, Timestamp made_at, Timestamp now) {
    document = without_drawer(std::move(document));
    const Slip words(document.language);
    put_on_top(document, words.word("paper.copy"));
    const auto is_cut = [](const Block& block) { return std::holds_alternative<CutBlock>(block); };
    document.blocks.insert(
        std::ranges::find_if(document.blocks, is_cut),
        TextBlock{words.word("paper.copied", {{"now", time_of_day(now)}, {"then", time_of_day(made_at)}}),
                  {},
                  Align::center});
    return document;
}

Document as_late(Document document, Timestamp made_at, Timestamp now) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(now - made_at).count();
    const Slip words(document.language);
    put_on_top(document, words.word("paper.late", {{"n", std::to_string(minutes)}}));
    return document;
}

}  // namespace canteen::till
