#include "pos-client/slips/small_slips.h"

#include "pos-client/slips/drawer_moves.h"
#include "pos-client/slips/words.h"

namespace canteen::till {
namespace {

void put_head(Slip& slip, const std::string& canteen, std::string title) {
    slip.center(canteen).center(std::move(title), large_text).rule();
}

constexpr std::string_view ruler = "123456789012345678901234567890123456789012345678";
constexpr std::string_view picture_letters = "㐂𠮷";  // no printer's own font has them
constexpr Fen test_sum{12'34};

}  // namespace

Document drawer_slip(const DrawerSlipFacts& facts, bool opens_drawer) {
    Slip slip(facts.language);
    if (opens_drawer) slip.add(DrawerBlock{});
    put_head(slip, facts.canteen, word_of(facts.moved.move, slip));
    slip.pair(date_and_time(facts.moved.at), facts.till);
    slip.pair(facts.moved.person, slip.word("paper.shift", {{"shift", facts.shift}}));
    slip.large_sum(slip.word("paper.amount"), facts.moved.sum);
    if (!facts.reason.empty()) slip.text(slip.word("paper.reason", {{"reason", facts.reason}}));
    slip.text("").pair(slip.word("paper.sign_cashier"), slip.word("paper.sign_lead"));
    return slip.take();
}

Document drawer_opening() {
    return {Language::zh, {DrawerBlock{}}};
}

Document top_up_slip(const TopUpFacts& facts) {
    Slip slip(facts.language);
    put_head(slip, facts.canteen, slip.word("paper.top_up"));
    slip.pair(date_and_time(facts.at), slip.word("paper.cashier", {{"name", facts.cashier}}));
    slip.pair(facts.member.name + " ****" + facts.member.last_four, slip.word("paper.shift", {{"shift", facts.shift}}));
    slip.rule().large_sum(slip.word_of(facts.paid.kind), facts.paid.amount);
    if (facts.bonus != Fen{}) slip.sum(slip.word("paper.bonus"), facts.bonus);
    if (facts.balance && facts.balance->as_of)
        slip.sum(slip.word("paper.balance_as_of", {{"time", time_of_day(*facts.balance->as_of)}}), facts.balance->left);
    else if (facts.balance)
        slip.sum(slip.word("paper.balance"), facts.balance->left);
    if (facts.is_queued) slip.center(slip.word("paper.queued"), large_text);
    return slip.take();
}

Document test_page(Language language, const std::string& printer, Timestamp now) {
    Slip slip(language);
    slip.center(slip.word("paper.test_page"), large_text).pair(printer, date_and_time(now)).rule();
    slip.text(slip.word("paper.test_by_font"));
    auto by_picture = TextStyle{};
    by_picture.as_picture = true;
    slip.text(slip.word("paper.test_by_picture"), by_picture);
    slip.text(slip.word("paper.test_rare", {{"letters", std::string(picture_letters)}}));
    slip.text(std::string(ruler)).large_sum(slip.word("paper.amount"), test_sum);
    slip.text(slip.word("paper.test_page"), {TextSize::usual, true})
        .text(slip.word("paper.test_page"), {TextSize::usual, false, true});
    slip.add(QrBlock{"canteen"});
    return slip.take();
}

}  // namespace canteen::till
