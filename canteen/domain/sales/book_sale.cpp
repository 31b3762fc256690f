#include "canteen/domain/sales/book_sale.h"

#include <algorithm>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/demand.h"
#include "canteen/domain/order/line_checks.h"
#include "canteen/domain/order/open_ticket.h"
#include "canteen/domain/sales/new_order.h"
#include "canteen/domain/sales/payment_sources.h"
#include "canteen/domain/sales/rights.h"
#include "canteen/domain/sales/sale_day.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/order_keys.h"
#include "canteen/domain/state/own_things.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

std::vector<Tender> of_employers(std::vector<Tender> tenders) {
    std::erase_if(tenders,
                  [](const Tender& t) { return t.kind != TenderKind::allowance && t.kind != TenderKind::employer; });
    return tenders;
}

// Payers and employers instead of the canteen, which had borne all of it: employers' accounts stood open.
void post_dated(Events& events, const Order& order, const Funding& employers) {
    const OrderId id = order.draft.id;
    std::vector<Posting> postings = employers.postings;
    Fen conceded, opened;
    for (const auto& posting : postings) opened += posting.fen;
    for (const auto& [employer, fen] : employers.allowances) {
        if (fen == Fen{}) continue;
        const UseKey key{order.draft.member, employer, UseKind::allowance,
                         period_of(UseKind::allowance, order.draft.meal)};
        events.emplace_back(RightUsed{id, {key, 0, fen}});
        conceded += fen;
        opened -= fen;
    }
    for (const auto& share : order.granted) post(postings, account_of(share), share.fen);
    post(postings, {AccountKind::concession, ""}, -conceded - sum_of(order.granted));
    post(postings, {AccountKind::exceptions, ""}, -opened);
    if (!postings.empty()) events.emplace_back(LedgerPosted{id, std::move(postings)});
}

// The till's own word if it names that day, else when the doors of the meal opened.
Timestamp eaten_at(const Canteen& state, const Order& known, Meal meal) {
    if (date_at_site(known.placed_at) == meal.date) return known.placed_at;
    const auto& menu = menu_in(state, meal);
    constexpr MinuteOfDay midday{12 * 60};
    return instant_at_site(meal.date, menu ? menu->serving_from : midday);
}

// One statement on its way to an order, with all that does not fit.
class Statement {
public:
    Statement(const Canteen& state, const Actor& actor, const RecordSale& sale, Telling telling)
        : state_(state),
          sale_(sale),
          draft_(sale.order),
          menu_(menu_in(state, sale.order.meal)),
          quote_(quote_as_charged(state, sale.order, menu_ ? &*menu_ : nullptr)),
          settlement_(settle(sale.order.shown.shares, quote_, sale.order.meal)),
          funding_(funding_of(sale.tenders, payment_sources_for(state, sale.order, sale.tenders, quote_))),
          has_other_letters_(has_other_letters(state, actor, sale.order)),
          telling_(telling) {}

    Events events(DeviceId device) {
        Order order = make_order(device);
        cover_oversold(order);
        const auto rights = rights_used(state_, order.draft, quote_, order.granted);
        bring_in(events_, order, rights, funding_);
        for (const auto& key : settlement_.disputed) events_.emplace_back(RightDisputed{draft_.id, key});
        list_exceptions(funding_);
        return std::move(events_);
    }

    // `known`: the same sale as it was booked without a day; its own accounts are not asked again.
    Events dated(const Order& known) {
        Order order = make_order(known.device);
        order.placed_at = sale_.sold_at;
        order.postings = known.postings;
        order.shift = known.shift;
        order.points = known.points;
        cover_oversold(order);
        events_.emplace_back(SaleDated{order});
        for (const auto& move : order.consumed) events_.emplace_back(StockMoved{move});
        for (const auto& right : rights_used(state_, order.draft, quote_, order.granted))
            events_.emplace_back(RightUsed{draft_.id, right});
        auto borne = funding_of(of_employers(sale_.tenders),
                                payment_sources_for(state_, draft_, of_employers(sale_.tenders), quote_));
        post_dated(events_, order, borne);
        for (const auto& key : settlement_.disputed) events_.emplace_back(RightDisputed{draft_.id, key});
        list_exceptions(borne);
        return std::move(events_);
    }

private:
    Order make_order(DeviceId device) {
        Order order;
        order.draft = draft_;
        if (has_other_letters_ || has_anothers_pickup(state_, draft_)) order.draft.pickup = {};
        order.device = device;
        order.placed_at = sale_.sold_at;
        order.paid = true;
        order.granted = settlement_.granted;
        order.tenders = sale_.tenders;
        order.rounding = rounding_for(draft_.shown.to_pay, sale_.tenders).value_or(Fen{});
        if (menu_ && telling_ != Telling::too_late) order.ticket = ticket_of(order.draft, *menu_, sale_.sold_at);
        if (order.ticket) order.ticket->on_paper = telling_ == Telling::on_paper;
        order.state = state_when_paid(order.ticket);
        if (menu_) order.consumed = moves_of(demand_of(draft_, *menu_), draft_.meal, StockMoveKind::sold);
        return order;
    }

    // The portions were there, whatever the count says.
    void cover_oversold(const Order& order) {
        for (const auto& move : order.consumed) {
            const std::int64_t missing = move.amount - stock_in(state_, move.key).left();
            if (missing <= 0) continue;
            events_.emplace_back(StockMoved{{move.key, StockMoveKind::oversold, missing}});
            list(ExceptionCode::oversold, {param("dish", move.key.dish.value), param("amount", missing)});
        }
    }

    void list(ExceptionCode code, std::vector<Param> params = {}) {
        exceptions_.push_back({code, draft_.id, std::move(params)});
    }

    void list_exceptions(const Funding& funding) {
        if (!menu_) list(ExceptionCode::menu_unknown);
        list_unknown_dishes();
        if (!draft_.member.is_nil() && !quote_.sheet.has_number()) list(ExceptionCode::member_unknown);
        if (!may_order(state_, draft_)) list(ExceptionCode::not_a_carer);
        for (const auto& share : settlement_.used_up)
            list(ExceptionCode::right_already_used, {param("scheme", share.scheme), param("fen", share.fen.value)});
        list_other_price();
        if (is_outside_hours()) list(ExceptionCode::outside_hours);
        if (sale_.clock_doubtful) list(ExceptionCode::clock_doubtful);
        list_lost_number();
        for (auto& exception : exceptions_) events_.emplace_back(ExceptionListed{std::move(exception)});
        list_money_faults(events_, draft_, sale_.tenders, funding);
    }

    void list_lost_number() {
        const auto number = param("number", to_string(draft_.pickup));
        if (has_other_letters_)
            list(ExceptionCode::other_tills_letters, {number});
        else if (has_anothers_pickup(state_, draft_))
            list(ExceptionCode::pickup_number_used, {number});
    }

    void list_unknown_dishes() {
        if (!menu_) return;
        for (const auto& line : draft_.lines)
            if (!menu_->find(line.dish)) list(ExceptionCode::dish_unknown, {param("dish", line.dish.value)});
    }

    // By the menu's prices, the schemes, or the sums themselves.
    void list_other_price() {
        const Sums& charged = draft_.shown;
        const bool adds_up =
            charged.food == quote_.sums.food && charged.food + charged.fee == sum_of(charged.shares) + charged.to_pay;
        if (adds_up && has_menu_prices() && !settlement_.differs) return;
        list(ExceptionCode::price_differs,
             {param("charged", charged.to_pay.value), param("expected", expected_to_pay().value)});
    }

    bool has_menu_prices() const {
        return std::all_of(draft_.lines.begin(), draft_.lines.end(), [this](const OrderLine& line) {
            const Dish* dish = menu_ ? menu_->find(line.dish) : nullptr;
            return !dish || price_of(line, *dish) == line.amount;
        });
    }

    Fen expected_to_pay() const {
        const bool all_known = menu_ && !check_dishes(draft_, *menu_);
        return all_known ? quote_at_menu_prices(state_, draft_, *menu_).sums.to_pay : quote_.sums.to_pay;
    }

    bool is_outside_hours() const {
        return menu_ && !sale_.clock_doubtful && !menu_->takes_orders(draft_.origin, sale_.sold_at);
    }

    const Canteen& state_;
    const RecordSale& sale_;
    const OrderDraft& draft_;
    const std::optional<Menu>& menu_;
    Quote quote_;
    Settlement settlement_;
    Funding funding_;
    bool has_other_letters_;
    Telling telling_;
    std::vector<Exception> exceptions_;
    Events events_;
};

}  // namespace

Events create_as_stated(const Canteen& state, const Actor& actor, const RecordSale& sale, Timestamp now) {
    return Statement(state, actor, sale, telling_of(state.site, sale, now)).events(actor.device);
}

Events date_as_said(const Canteen& state, const Order& known, Meal meal) {
    RecordSale sale{known.draft, known.tenders, eaten_at(state, known, meal)};
    sale.order.meal = meal;
    return Statement(state, Actor{known.device, Role::till}, sale, Telling::too_late).dated(known);
}

void list_money_faults(Events& events, const OrderDraft& draft, const std::vector<Tender>& tenders,
                       const Funding& funding) {
    const auto list = [&](ExceptionCode code, std::vector<Param> params) {
        events.emplace_back(ExceptionListed{{code, draft.id, std::move(params)}});
    };
    if (funding.beyond_wallet > Fen{})
        list(ExceptionCode::account_short, {param("missing", funding.beyond_wallet.value)});
    for (const auto& [employer, fen] : funding.beyond_allowance)
        list(ExceptionCode::allowance_exceeded, {param("employer", employer), param("fen", fen.value)});
    if (funding.beyond_points > Fen{}) list(ExceptionCode::points_short, {param("points", funding.points_missing)});
    for (const auto& employer : funding.not_on_account)
        list(ExceptionCode::employer_unknown, {param("employer", employer)});
    if (rounding_for(draft.shown.to_pay, tenders)) return;
    list(ExceptionCode::price_differs,
         {param("charged", sum_of(tenders).value), param("expected", draft.shown.to_pay.value)});
}

}  // namespace canteen
