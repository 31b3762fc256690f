#include "pos-client/counter/counter.h"

#include <algorithm>
#include <utility>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/member_checks.h"

namespace canteen::till {

Counter::Counter(const House& house, Timestamp now)
    : till_(house.till),
      outbox_(house.outbox),
      random_(house.random),
      store_(house.outbox, house.seed, house.random),
      guests_(house.till.replica(), house.phonetics),
      kept_(store_.load()) {
    if (kept_.basket.id.is_nil()) kept_.basket = fresh_basket(now);
    settle_restart(now);
}

WorkingBasket Counter::fresh_basket(Timestamp now) {
    return WorkingBasket{new_id<BasketId>(till_.server_time(now), random_)};
}

void Counter::changed() {
    problem_.reset();
    is_saved_ = false;
}

// While the server is asked about a sale, its basket may come back.
Denied Counter::may_change() const {
    if (kept_.sale.stage == SaleStage::asking) return denial("sale_under_way");
    return std::nullopt;
}

namespace {

// Refuses what no order may hold before it is counted up with what stands there.
Denied check_amount(const BasketLine& line, std::uint32_t already) {
    const bool fits = line.quantity <= max_line_quantity && already <= max_line_quantity - line.quantity;
    if (fits && line.grams <= max_line_grams) return std::nullopt;
    return denial("amount_invalid");
}

}  // namespace

Denied Counter::add_line(const BasketLine& line, Timestamp now, std::uint32_t* row) {
    if (auto why = may_change()) return why;
    const auto* served = menu(now);
    if (!served || !served->find(line.dish)) return denial("dish_unknown", {{"dish", std::to_string(line.dish.value)}});
    if (kept_.basket.rows.size() >= max_order_lines)
        return denial("line_invalid", {{"line", std::to_string(max_order_lines)}, {"what", "count"}});
    const auto same =
        std::ranges::find(kept_.basket.rows, line.dish, [](const BasketRow& row) { return row.line.dish; });
    if (auto why = check_amount(line, same == kept_.basket.rows.end() ? 0 : same->line.quantity)) return why;
    kept_.sale = {};
    const auto number = add(kept_.basket, line);
    if (row) *row = number;
    changed();
    return std::nullopt;
}

Denied Counter::change_row(std::uint32_t row, const BasketLine& line) {
    if (auto why = may_change()) return why;
    if (!is_remark(line.note, max_note_bytes)) return denial("text_invalid", {{"what", "note"}});
    const auto* known = kept_.basket.find(row);
    if (!known) return denial("row_unknown");
    if (auto why = check_amount(line, 0)) return why;
    auto wanted = line;
    wanted.dish = known->line.dish;
    change(kept_.basket, row, wanted);
    changed();
    return std::nullopt;
}

Denied Counter::set_mode(ServiceMode mode, Fen delivery_fee) {
    if (auto why = may_change()) return why;
    kept_.basket.mode = mode;
    kept_.basket.delivery_fee = mode == ServiceMode::delivery ? delivery_fee : Fen{};
    touch(kept_.basket);
    changed();
    return std::nullopt;
}

Denied Counter::choose_meal(const Meal& meal, Timestamp now) {
    if (auto why = may_change()) return why;
    if (!till_.replica().menu_of(meal)) return denial("menu_unknown");
    const auto* served = till_.replica().menu_at(till_.server_time(now));
    kept_.basket.meal = served && served->meal == meal ? std::nullopt : std::optional{meal};
    touch(kept_.basket);
    changed();
    return std::nullopt;
}

Denied Counter::choose_guest(MemberId guest, Identified by) {
    if (auto why = may_change()) return why;
    if (!guest.is_nil() && !till_.replica().knows(guest)) return denial("member_unknown");
    kept_.sale = {};
    kept_.basket.guest = guest;
    kept_.basket.guest_by = guest.is_nil() ? Identified::not_said : by;
    touch(kept_.basket);
    changed();
    return std::nullopt;
}

Denied Counter::drop_guest() {
    return choose_guest({}, Identified::not_said);
}

Denied Counter::clear(Timestamp now) {
    if (auto why = may_change()) return why;
    kept_.basket = fresh_basket(now);
    changed();
    return std::nullopt;
}

Denied Counter::park(Timestamp now) {
    if (auto why = may_change()) return why;
    if (kept_.basket.is_empty()) return denial("basket_empty");
    if (kept_.parked.size() >= max_parked_baskets)
        return denial("parked_full", {{"most", std::to_string(max_parked_baskets)}});
    kept_.parked.push_back({std::exchange(kept_.basket, fresh_basket(now)), till_.server_time(now)});
    changed();
    return std::nullopt;
}

// A basket that was begun meanwhile is parked instead: nothing is lost.
Denied Counter::resume(BasketId basket, Timestamp now) {
    if (auto why = may_change()) return why;
    const auto found = std::ranges::find(kept_.parked, basket, [](const ParkedBasket& p) { return p.basket.id; });
    if (found == kept_.parked.end()) return denial("parked_unknown");
    auto wanted = std::move(found->basket);
    kept_.parked.erase(found);
    if (!kept_.basket.is_empty()) kept_.parked.push_back({kept_.basket, till_.server_time(now)});
    kept_.basket = std::move(wanted);
    touch(kept_.basket);
    kept_.sale = {};
    changed();
    return std::nullopt;
}

Denied Counter::agree_price(BasketId basket) {
    if (basket != kept_.basket.id || !kept_.basket.new_sums) return denial("basket_changed");
    kept_.basket.is_agreed = true;
    ++kept_.basket.revision;
    changed();
    return std::nullopt;
}

Denied Counter::next_guest() {
    if (auto why = may_change()) return why;
    kept_.sale = {};
    changed();
    return std::nullopt;
}

FieldMeaning Counter::meaning_of_field(const std::string& text, bool burst, Timestamp now) {
    const auto& replica = till_.replica();
    const auto date = date_at_site(till_.server_time(now));
    const auto* served = menu(now);
    return meaning_of(
        text, burst,
        {[&](const std::string& card) { return replica.member_of_card(card); },
         [&](const std::string& number) { return replica.member_of(number); },
         [&](const std::string& typed) { return served ? dishes_.find(typed, *served) : std::vector<DishId>{}; },
         [&](const std::string& typed) { return guests_.find(typed, date); },
         [&](const std::string& number) { return !outbox_.orders({.pickup = number, .most = 1}).empty(); }});
}

std::vector<MemberId> Counter::find_guests(const std::string& text, Timestamp now) {
    return guests_.find(text, date_at_site(till_.server_time(now)));
}

std::variant<Offer, Rejection> Counter::offer(Timestamp now) const {
    return till_.offer(kept_.basket.to_sell(), now);
}

std::vector<TenderOffer> Counter::tenders(const Offer& offer) const {
    const auto guest = kept_.basket.guest;
    TenderBasis basis{offer};
    if (!guest.is_nil()) {
        basis.sheet = till_.replica().sheet_of(guest, offer.draft.meal.date);
        basis.holding = till_.holding_of(guest);
    }
    basis.with_server = till_.upstream().can_ask();
    return tender_offers(basis);
}

const Menu* Counter::menu(Timestamp now) const {
    const auto& replica = till_.replica();
    return kept_.basket.meal ? replica.menu_of(*kept_.basket.meal) : replica.menu_at(till_.server_time(now));
}

void Counter::save() {
    if (std::exchange(is_saved_, true)) return;
    store_.save(kept_);
}

}  // namespace canteen::till
