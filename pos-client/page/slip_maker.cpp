#include "pos-client/page/slip_maker.h"

#include <algorithm>

#include "canteen/domain/base/hex.h"
#include "canteen/domain/order/open_ticket.h"
#include "canteen/texts/say.h"

namespace canteen::till {
namespace {

std::string name_of(const Menu* menu, DishId dish, Language language) {
    const auto* known = menu ? menu->find(dish) : nullptr;
    if (!known) return std::to_string(dish.value);
    return language == Language::en && !known->name_en.empty() ? known->name_en : known->name;
}

const char* comma_of(Language language) {
    return language == Language::zh ? "、" : ", ";
}

std::string chosen_of(const Menu* menu, const OrderLine& line, Language language) {
    std::string said;
    for (const auto& chosen : line.chosen)
        said += (said.empty() ? "" : comma_of(language)) + name_of(menu, chosen.dish, language);
    return said;
}

std::string with_flags(std::string name, DietFlags flags, Language language) {
    constexpr std::array<std::pair<DietFlag, const char*>, 5> words{{{DietFlag::soft, "diet.soft"},
                                                                     {DietFlag::less_salt, "diet.less_salt"},
                                                                     {DietFlag::no_sugar, "diet.no_sugar"},
                                                                     {DietFlag::less_oil, "diet.less_oil"},
                                                                     {DietFlag::no_spice, "diet.no_spice"}}};
    std::string said;
    for (const auto& [flag, word] : words)
        if ((flags & static_cast<DietFlags>(flag)) != 0)
            said += (said.empty() ? "" : comma_of(language)) + say(word, {}, language);
    if (said.empty()) return name;
    return name + (language == Language::zh ? "（" : " (") + said + (language == Language::zh ? "）" : ")");
}

std::vector<ReceiptReduction> reductions_of(const OrderDraft& draft, bool is_provisional, Language language) {
    std::vector<ReceiptReduction> reductions;
    for (const auto& share : draft.shown.shares) {
        const auto label = payer_name(share.payer, language);
        const auto same = std::ranges::find(reductions, label, &ReceiptReduction::label);
        if (share.fen == Fen{}) continue;
        if (same != reductions.end()) {
            same->amount += share.fen;
        } else {
            reductions.push_back({label, {}, share.fen, is_provisional});
        }
    }
    return reductions;
}

std::vector<ReceiptTender> tenders_of(const SoldNow& sold) {
    std::vector<ReceiptTender> tenders;
    for (const auto& tender : sold.sale.tenders) {
        ReceiptTender one{tender.kind, tender.amount, std::nullopt, {}};
        if (tender.kind == TenderKind::cash && sold.given > tender.amount) {
            one.given = sold.given;
            one.change = sold.given - tender.amount;
        }
        tenders.push_back(one);
    }
    return tenders;
}

Fen sum_of_tenders(const std::vector<Tender>& tenders) {
    Fen sum;
    for (const auto& tender : tenders) sum += tender.amount;
    return sum;
}

}  // namespace

std::string payer_name(const std::string& payer, Language language) {
    const auto code = "payer." + payer;
    const auto said = say(code, {}, language);
    return said == code ? payer : said;
}

ReceiptFacts SlipMaker::receipt_of(const SoldNow& sold, Language language) const {
    const auto& draft = sold.sale.draft;
    const auto* menu = till_.replica().menu_of(draft.meal);
    ReceiptFacts facts;
    facts.language = language;
    facts.canteen = till_.site();
    facts.till = names_.till;
    facts.shift = names_.shift;
    facts.cashier = names_.cashier;
    facts.pickup = sold.pickup;
    facts.sold_at = sold.sold_at;
    facts.meal = draft.meal.slot;
    facts.mode = draft.mode;
    const auto* sheet = draft.member.is_nil() ? nullptr : till_.replica().sheet_of(draft.member, draft.meal.date);
    if (sheet) facts.member = ReceiptMember{sheet->name, sheet->last_four};
    for (const auto& line : draft.lines)
        facts.lines.push_back({with_flags(name_of(menu, line.dish, language), line.flags, language),
                               line.grams > 0 ? line.grams : line.quantity, line.price_grams, line.unit_price,
                               line.amount, chosen_of(menu, line, language)});
    facts.list_price = draft.shown.food;
    facts.fee = draft.shown.fee;
    facts.reductions = reductions_of(draft, !sold.is_committed, language);
    facts.to_pay = draft.shown.to_pay;
    facts.rounded_away = draft.shown.to_pay - sum_of_tenders(sold.sale.tenders);
    facts.tenders = tenders_of(sold);
    if (const auto holding = till_.holding_of(draft.member); sheet && holding && *holding != Holding{})
        facts.balance = ReceiptBalance{holding->principal + holding->bonus,
                                       till_.upstream().live() ? std::nullopt : std::optional{till_.last_heard()}};
    facts.is_queued = !sold.is_committed;
    facts.qr = sold.pickup + " " + to_string(draft.meal.date);
    return facts;
}

std::optional<KitchenFacts> SlipMaker::kitchen_of(const SoldNow& sold, Language language) const {
    const auto* menu = till_.replica().menu_of(sold.sale.draft.meal);
    const auto ticket = menu ? ticket_of(sold.sale.draft, *menu, sold.sold_at) : std::nullopt;
    if (!ticket) return std::nullopt;
    KitchenFacts facts;
    facts.language = language;
    facts.till = names_.till;
    facts.pickup = sold.pickup;
    facts.ordered_at = sold.sold_at;
    facts.mode = sold.sale.draft.mode;
    for (const auto& line : ticket->lines)
        facts.lines.push_back(
            {with_flags(name_of(menu, line.dish, language), line.flags, language), line.quantity, false, line.note});
    return facts;
}

}  // namespace canteen::till
