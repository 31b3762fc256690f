#include "canteen/domain/order/line_checks.h"

#include <algorithm>
#include <set>

#include "canteen/domain/base/text.h"

namespace canteen {

namespace {

constexpr LineId whole_order{0};

Rejection invalid(LineId line, const char* what) {
    return refuse(RejectionCode::line_invalid, {param("line", line.value), param("what", what)});
}

bool is_sum(Fen fen) {
    return Fen{} <= fen && fen <= max_order_sum;
}

// Null: nothing is wrong.
const char* fault_of(const OrderLine& line) {
    if (line.quantity < 1 || line.quantity > max_line_quantity) return "quantity";
    if (!is_sum(line.unit_price)) return "price";
    if (line.price_grams != 0) {
        if (line.quantity != 1) return "quantity";
        if (line.grams < 1 || line.grams > max_line_grams) return "grams";
        if (line.amount != price_by_weight(line.unit_price, line.price_grams, line.grams)) return "amount";
    } else {
        if (line.grams != 0) return "grams";
        if (line.amount != line.unit_price * line.quantity) return "amount";
    }
    if (line.note.size() > max_note_bytes || !is_plain_text(line.note)) return "note";
    if ((line.flags & ~all_diet_flags) != 0) return "flags";
    return nullptr;
}

bool is_well_formed(const Share& share) {
    const auto is_named = [](const std::string& text) {
        return text.size() <= max_scheme_name_bytes && is_plain_text(text);
    };
    return Fen{} < share.fen && share.fen <= max_order_sum && is_named(share.scheme) && is_named(share.payer);
}

bool is_well_formed(const Tender& tender) {
    return is_sum(tender.amount) && is_reference(tender.reference);
}

// "A012" or "AB1000"; an order without a number has neither letters nor count.
bool is_well_formed(const PickupNumber& number) {
    constexpr std::size_t max_letters = 2;
    if (number == PickupNumber{}) return true;
    const bool letters_fit = std::all_of(number.letters.begin(), number.letters.end(),
                                         [](char letter) { return 'A' <= letter && letter <= 'Z'; });
    return letters_fit && !number.letters.empty() && number.letters.size() <= max_letters && number.count > 0;
}

// An order is for its meal's date.
bool is_due_on_date(const OrderDraft& draft) {
    constexpr MinuteOfDay midnight{0};
    return !draft.due || (instant_at_site(draft.meal.date, midnight) <= *draft.due &&
                          *draft.due < instant_at_site(draft.meal.date + 1, midnight));
}

Refusal check_sums(const OrderDraft& draft) {
    const Sums& shown = draft.shown;
    Fen food;
    for (const auto& line : draft.lines) food += line.amount;
    if (!is_sum(food) || !is_sum(shown.food) || !is_sum(shown.fee) || !is_sum(shown.to_pay))
        return invalid(whole_order, "sum");
    if (shown.shares.size() > max_shares) return invalid(whole_order, "shares");
    const bool shares_fit =
        std::all_of(shown.shares.begin(), shown.shares.end(), [](const Share& s) { return is_well_formed(s); });
    return shares_fit ? Refusal{} : invalid(whole_order, "shares");
}

// Each chosen dish counts for the slot it names; all slots must come out exactly.
bool fills_every_place(const OrderLine& line, const Dish& set) {
    std::vector<std::uint32_t> filled(set.slots.size());
    for (const auto& chosen : line.chosen) {
        if (chosen.slot >= set.slots.size()) return false;
        const auto& dishes = set.slots[chosen.slot].dishes;
        if (std::find(dishes.begin(), dishes.end(), chosen.dish) == dishes.end()) return false;
        ++filled[chosen.slot];
    }
    for (std::size_t slot = 0; slot < filled.size(); ++slot)
        if (filled[slot] != set.slots[slot].count) return false;
    return true;
}

}  // namespace

bool is_reference(const std::string& text) {
    return text.size() <= max_reference_bytes && is_plain_text(text);
}

Refusal check_form(const OrderDraft& draft, const std::vector<Tender>& tenders) {
    if (draft.lines.empty() || draft.lines.size() > max_order_lines) return invalid(whole_order, "lines");
    std::set<LineId> ids;
    for (const auto& line : draft.lines) {
        if (line.id.value < 1 || !ids.insert(line.id).second) return invalid(line.id, "id");
        if (const char* fault = fault_of(line)) return invalid(line.id, fault);
    }
    if (auto refusal = check_sums(draft)) return refusal;
    if (!is_well_formed(draft.pickup)) return invalid(whole_order, "pickup");
    if (!is_due_on_date(draft)) return invalid(whole_order, "due");
    const bool tenders_fit =
        tenders.size() <= max_tenders &&
        std::all_of(tenders.begin(), tenders.end(), [](const Tender& t) { return is_well_formed(t); });
    return tenders_fit ? Refusal{} : invalid(whole_order, "tender");
}

Refusal check_version(const OrderDraft& draft, const Menu& menu) {
    if (draft.menu == menu.version) return {};
    for (const auto& line : draft.lines) {
        const Dish* dish = menu.find(line.dish);
        if (!dish || dish->price != line.unit_price || dish->price_grams != line.price_grams)
            return refuse(RejectionCode::menu_changed, {param("version", menu.version.value)});
    }
    return {};
}

Refusal check_dishes(const OrderDraft& draft, const Menu& menu) {
    const auto unknown = [](DishId dish) { return refuse(RejectionCode::dish_unknown, {param("dish", dish.value)}); };
    for (const auto& line : draft.lines) {
        if (!menu.find(line.dish)) return unknown(line.dish);
        for (const auto& chosen : line.chosen)
            if (!menu.find(chosen.dish)) return unknown(chosen.dish);
    }
    return {};
}

Refusal check_choices(const OrderDraft& draft, const Menu& menu) {
    for (const auto& line : draft.lines) {
        const Dish* dish = menu.find(line.dish);
        if (!dish) continue;
        if (dish->by_weight() != (line.price_grams != 0)) return invalid(line.id, "grams");
        if (!fills_every_place(line, *dish)) return invalid(line.id, "chosen");
        for (const auto& chosen : line.chosen) {
            const Dish* part = menu.find(chosen.dish);
            if (!part || !part->can_fill_a_place()) return invalid(line.id, "chosen");
        }
    }
    return {};
}

Fen price_of(const OrderLine& line, const Dish& dish) {
    if (dish.by_weight()) return price_by_weight(dish.price, dish.price_grams, line.grams);
    return dish.price * line.quantity;
}

}  // namespace canteen
