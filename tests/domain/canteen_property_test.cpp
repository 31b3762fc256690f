#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/domain/state/order_keys.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

enum class Deed {
    ask,
    hold,
    sell_offline,
    state_sale,
    pay_hold,
    cancel,
    mark_line,
    mark_ready,
    hand_over,
    tick,
    add,
    plan,
    refund,
    refund_line
};

struct Step {
    Deed deed = Deed::tick;
    unsigned who = 0, what = 0, amount = 1, which = 0;
};

std::ostream& operator<<(std::ostream& out, const Step& s) {
    return out << "{deed " << static_cast<int>(s.deed) << ", who " << s.who << ", what " << s.what << ", amount "
               << s.amount << ", which " << s.which << "}";
}

rc::Gen<Step> steps() {
    using rc::gen::inRange;
    return rc::gen::build<Step>(
        rc::gen::set(&Step::deed, rc::gen::map(inRange(0, 14), [](int deed) { return static_cast<Deed>(deed); })),
        rc::gen::set(&Step::who, inRange(0U, 4U)), rc::gen::set(&Step::what, inRange(0U, 4U)),
        rc::gen::set(&Step::amount, inRange(1U, 5U)), rc::gen::set(&Step::which, inRange(0U, 30U)));
}

// A lunch in which anything may happen in any order. Refusals are fine; broken promises throw.
class AnyLunch : public CanteenFixture {
public:
    void TestBody() override {}

    void take(const Step& step) {
        now = now + std::chrono::seconds{20};
        switch (step.deed) {
            case Deed::ask:
                return ask_for(new_draft(step), true);
            case Deed::hold:
                return ask_for(new_draft(step), false);
            case Deed::sell_offline:
                unstated.push_back(sale_in_cash(new_draft(step)));
                return;
            case Deed::state_sale:
                if (!unstated.empty()) happens(unstated.at(step.which % unstated.size()));
                return;
            case Deed::tick:
                now = now + std::chrono::minutes{step.amount};
                happens(Tick{});
                return;
            case Deed::add:
                decide_and_apply(AddPortions{stock_key(step), kinds.at(step.who % kinds.size()), step.amount});
                return;
            case Deed::plan:
                return plan(step);
            default:
                return take_on_order(step);
        }
    }

    void check() const {
        check_stock();
        check_rights();
        check_ledger();
    }

    // Checks that each row's held and sold are those of the orders, and that nothing is below zero.
    void check_stock() const {
        std::map<StockKey, std::int64_t> held, sold;
        for (const auto& [id, known] : state.orders) {
            if (!known) continue;
            for (const auto& move : known->consumed)
                (move.kind == StockMoveKind::held ? held : sold)[move.key] += move.amount;
        }
        for (const auto& [key, row] : state.stock) {
            RC_ASSERT(row.left() >= 0);
            RC_ASSERT(row.held == held[key]);
            RC_ASSERT(row.sold - row.returned == sold[key]);
            RC_ASSERT(row.left() + row.held ==
                      row.planned + row.restocked + row.found + row.oversold - row.sold + row.returned - row.wasted);
        }
    }

    // Checks that each live use belongs to one order, and that none is above its limit.
    void check_rights() const {
        std::map<UseKey, LiveUses> of_orders;
        for (const auto& [id, known] : state.orders) {
            if (!known) continue;
            for (const auto& right : known->rights) {
                of_orders[right.key].fen += right.fen;
                if (right.ordinal != 0) RC_ASSERT(of_orders[right.key].ordinals.insert(right.ordinal).second);
            }
        }
        RC_ASSERT(same_uses(of_orders, state.uses));
        for (const auto& [key, live] : state.uses) {
            if (key.kind == UseKind::per_day) RC_ASSERT(live.ordinals == std::set<std::uint32_t>{1});
            if (key.kind == UseKind::quota_month) RC_ASSERT(live.fen <= Fen{20'00});
        }
    }

    void check_ledger() const {
        std::vector<Posting> of_orders, of_journal;
        for (const auto& [id, known] : state.orders) {
            if (!known) continue;
            for (const auto& p : known->postings) post(of_orders, p.account, p.fen);
        }
        for (const auto& event : journal) {
            const auto* posted = std::get_if<LedgerPosted>(&event);
            if (!posted) continue;
            RC_ASSERT(balances(posted->postings));
            for (const auto& p : posted->postings) post(of_journal, p.account, p.fen);
        }
        RC_ASSERT(as_map(of_orders) == as_map(of_journal));
    }

    static std::map<Account, Fen> as_map(const std::vector<Posting>& postings) {
        std::map<Account, Fen> map;
        for (const auto& p : postings) map[p.account] = p.fen;
        return map;
    }

    template <class Map>
    static bool same_uses(const Map& a, const std::map<UseKey, LiveUses>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
            return x.first == y.first && x.second.ordinals == y.second.ordinals && x.second.fen == y.second.fen;
        });
    }

    OrderDraft new_draft(const Step& step) {
        const std::vector<MemberId> people{MemberId{}, grandma, villager, neighbour};
        const std::vector<OrderLine> choice{portions(dishes::noodles, step.amount), portions(dishes::pork, step.amount),
                                            grams(dishes::fish, 333 * step.amount),
                                            set_of({dishes::noodles, dishes::soup, dishes::greens}, step.amount)};
        auto d = draft_for(people.at(step.who), {choice.at(step.what)});
        if (step.which % 5 == 0) {
            d.origin = Origin::ahead;
            d.due = at_site(today, 12, 30);
        }
        drafts.push_back(d);
        return d;
    }

    std::vector<OrderDraft> drafts;
    std::vector<RecordSale> unstated;

private:
    RefundId next_refund() { return id_of<RefundId>(++refunds_); }

    void ask_for(const OrderDraft& d, bool paid) { decide_and_apply(paid ? ask_in_cash(d) : ask(d)); }

    StockKey stock_key(const Step& step) const { return {lunch, DishId{1 + step.what}}; }

    void plan(const Step& step) {
        Menu menu = lunch_on(today);
        menu.dishes.at(step.what).planned += step.which;
        decide_and_apply(ImportMenus{{menu}});
    }

    void take_on_order(const Step& step) {
        if (drafts.empty()) return;
        const OrderDraft& d = drafts.at(step.which % drafts.size());
        if (step.deed == Deed::pay_hold) decide_and_apply(ask_in_cash(d));
        if (step.deed == Deed::cancel) decide_and_apply(CancelOrder{d.id});
        if (step.deed == Deed::mark_line) decide_and_apply(MarkLine{d.id, step.what, step.who != 0});
        if (step.deed == Deed::mark_ready) decide_and_apply(MarkTicket{d.id, step.who != 0});
        if (step.deed == Deed::hand_over) decide_and_apply(HandOver{d.id});
        if (step.deed == Deed::refund) decide_and_apply(Refund{next_refund(), d.id, {}, {}, {}});
        if (step.deed == Deed::refund_line)
            decide_and_apply(Refund{next_refund(), d.id, {{LineId{1}, step.amount}}, {}, {}});
    }

    unsigned refunds_ = 0;
    const std::vector<StockMoveKind> kinds{StockMoveKind::restocked, StockMoveKind::found, StockMoveKind::wasted};
};

std::map<OrderId, Order> known_orders(const Canteen& state) {
    std::map<OrderId, Order> orders;
    for (const auto& [id, order] : state.orders)
        if (order) orders.emplace(id, *order);
    return orders;
}

std::map<PickupKey, OrderId> taken_numbers(const Canteen& state) {
    std::map<PickupKey, OrderId> numbers;
    for (const auto& [key, id] : state.pickups)
        if (id) numbers.emplace(key, *id);
    return numbers;
}

std::map<StockKey, std::int64_t> left_of_each(const Canteen& state) {
    std::map<StockKey, std::int64_t> left;
    for (const auto& [key, row] : state.stock) left[key] = row.left();
    return left;
}

RC_GTEST_PROP(AnyLunch, keeps_portions_rights_and_ledger_true, ()) {
    AnyLunch canteen;
    for (const auto& step : *rc::gen::container<std::vector<Step>>(steps())) {
        canteen.take(step);
        canteen.check();
    }
}

RC_GTEST_PROP(AnyLunch, is_the_same_again_when_its_events_are_replayed, ()) {
    AnyLunch canteen;
    for (const auto& step : *rc::gen::container<std::vector<Step>>(steps())) canteen.take(step);
    Canteen again;
    again.site = canteen.state.site;
    for (const auto& event : canteen.journal) apply(again, event);
    RC_ASSERT(known_orders(again) == known_orders(canteen.state));
    RC_ASSERT(again.stock == canteen.state.stock);
    RC_ASSERT(again.menus.at(canteen.lunch) == canteen.state.menus.at(canteen.lunch));
    RC_ASSERT(AnyLunch::same_uses(again.uses, canteen.state.uses));
    RC_ASSERT(again.expiries == canteen.state.expiries);
    RC_ASSERT(again.ready_since == canteen.state.ready_since);
    RC_ASSERT(taken_numbers(again) == taken_numbers(canteen.state));
}

RC_GTEST_PROP(AnyLunch, an_order_taken_back_leaves_everything_as_before, ()) {
    AnyLunch canteen;
    for (const auto& step : *rc::gen::container<std::vector<Step>>(steps())) canteen.take(step);
    Step step = *steps();
    step.what = step.what == 1 ? 0 : step.what;  // only line dishes are handed over at once
    step.which = 0;                              // ahead: everything is on its ticket
    const auto d = canteen.new_draft(step);
    const auto left = left_of_each(canteen.state);
    const auto uses = canteen.state.uses;
    const auto cash = canteen.balance(AccountKind::cash);
    const auto owed = canteen.balance(AccountKind::receivable);
    const bool accepted = std::holds_alternative<Events>(
        canteen.decide_and_apply(step.who == 0 ? CommandBody{canteen.ask(d)} : CommandBody{canteen.sale_in_cash(d)}));
    RC_PRE(accepted);
    RC_PRE(canteen.order(d).state != OrderState::handed_over);
    const bool oversold = canteen.stock(dishes::noodles).oversold + canteen.stock(dishes::fish).oversold != 0;
    RC_PRE(!oversold);
    canteen.happens(CancelOrder{d.id});
    RC_ASSERT(left_of_each(canteen.state) == left);
    RC_ASSERT(AnyLunch::same_uses(uses, canteen.state.uses));
    RC_ASSERT(canteen.balance(AccountKind::cash) == cash);
    RC_ASSERT(canteen.balance(AccountKind::receivable) == owed);
}

}  // namespace
}  // namespace canteen
