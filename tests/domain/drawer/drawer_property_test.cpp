#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/domain/decide.h"
#include "canteen/domain/drawer/drawer_account.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

enum class Act { open, close, hand_over, pay_in, pay_out, drop, no_sale, sell, sell_by_card, cancel, top_up, again };

struct Turn {
    Act act = Act::sell;
    unsigned till = 0, amount = 1;
};

std::ostream& operator<<(std::ostream& out, const Turn& t) {
    return out << "{act " << static_cast<int>(t.act) << ", till " << t.till << ", amount " << t.amount << "}";
}

rc::Gen<Turn> turns() {
    using rc::gen::inRange;
    return rc::gen::build<Turn>(
        rc::gen::set(&Turn::act, rc::gen::map(inRange(0, 12), [](int act) { return static_cast<Act>(act); })),
        rc::gen::set(&Turn::till, inRange(0U, 2U)), rc::gen::set(&Turn::amount, inRange(1U, 400U)));
}

// Two tills and a clerk who does not write down what they do.
class AnyDay : public CanteenFixture {
public:
    void TestBody() override {}

    void take(const Turn& turn) {
        now = now + std::chrono::seconds{10};
        auto& own = tills_.at(turn.till);
        const Fen fen{static_cast<std::int64_t>(turn.amount) * 10};
        switch (turn.act) {
            case Act::open:
                own.shift = id_of<ShiftId>(++last_id_);
                own.cash = fen;
                return give(turn.till, OpenShift{own.shift, {}, {fen, {}}, now});
            case Act::close:
            case Act::hand_over:
                return close(turn, fen);
            case Act::pay_in:
                own.cash += fen;
                return move(turn.till, DrawerMoveKind::pay_in, fen);
            case Act::pay_out:
                own.cash += -fen;
                return move(turn.till, DrawerMoveKind::pay_out, fen);
            case Act::drop:
                own.cash += -fen;
                return move(turn.till, DrawerMoveKind::safe_drop, fen);
            case Act::no_sale:
                return move(turn.till, DrawerMoveKind::no_sale, {});
            case Act::sell:
            case Act::sell_by_card:
                return sell(turn);
            case Act::cancel:
                return cancel(turn);
            case Act::top_up:
                own.cash += fen;
                return give(
                    turn.till,
                    TopUp{neighbour, {TenderKind::cash, fen, ""}, {}, id_of<FactId>(++last_id_), now, own.shift});
            case Act::again:
                if (last_) say_again(turn.till);
                return;
        }
    }

    // The books hold what a clerk would have reckoned by hand, and everything sums to zero.
    void check() {
        for (unsigned n = 0; n < tills_.size(); ++n) RC_ASSERT(balance(drawer_of(device(n))) == tills_.at(n).cash);
        Fen sum;
        for (int kind = 1; kind <= 17; ++kind) sum += balance(static_cast<AccountKind>(kind));
        RC_ASSERT(sum == Fen{});
        for (const auto& [owner, fen] : state.drawers) RC_ASSERT(fen == balance(Account{AccountKind::cash, owner}));
    }

private:
    struct Own {
        ShiftId shift;
        Fen cash;
        std::vector<std::pair<OrderId, Fen>> sold;
    };
    static DeviceId device(unsigned n) { return id_of<DeviceId>(7 + n); }

    void give(unsigned who, const CommandBody& body) {
        load_for(body);
        const auto outcome = decide(state, {device(who), Role::till}, {CommandId{}, body}, now);
        RC_ASSERT(std::holds_alternative<Events>(outcome));
        for (const auto& event : std::get<Events>(outcome)) {
            apply(state, event);
            journal.push_back(event);
        }
        last_ = body;
        last_till_ = who;
    }
    // A fact may come by any till; what a guest asked is asked by the one that sold to them.
    void say_again(unsigned by) {
        const bool is_fact = !std::holds_alternative<Refund>(*last_);
        const CommandBody again = *last_;
        give(is_fact && by == 1 ? 1 - last_till_ : last_till_, again);
    }
    void move(unsigned who, DrawerMoveKind kind, Fen fen) {
        give(who, MoveDrawer{id_of<FactId>(++last_id_), tills_.at(who).shift, kind, fen, "", now});
    }
    void close(const Turn& turn, Fen counted) {
        auto& own = tills_.at(turn.till);
        if (own.shift.is_nil()) return;
        CloseShift closing{own.shift, {counted, {}}, own.cash, 0, now, {}};
        if (turn.act == Act::hand_over) closing.next = NextShift{id_of<ShiftId>(++last_id_), {}};
        own.shift = closing.next ? closing.next->id : ShiftId{};
        own.cash = counted;
        give(turn.till, closing);
    }
    void sell(const Turn& turn) {
        auto& own = tills_.at(turn.till);
        const auto d = draft({portions(dishes::pork)});
        const bool in_cash = turn.act == Act::sell;
        auto sold = sale(d, {{in_cash ? TenderKind::cash : TenderKind::unionpay, d.shown.to_pay, ""}});
        sold.shift = own.shift;
        give(turn.till, sold);
        own.sold.emplace_back(d.id, in_cash ? d.shown.to_pay : Fen{});
        own.cash += own.sold.back().second;
    }
    // Another count is believed over it: a sale is taken back once.
    void cancel(const Turn& turn) {
        auto& own = tills_.at(turn.till);
        if (own.sold.empty()) return;
        const auto [order, fen] = own.sold.back();
        own.sold.pop_back();
        own.cash += -fen;
        give(turn.till, Refund{id_of<RefundId>(++last_id_), order, {}, RefundReason::guest_asked, {}, own.shift});
    }

    std::array<Own, 2> tills_;
    unsigned last_id_ = 0, last_till_ = 0;
    std::optional<CommandBody> last_;
};

RC_GTEST_PROP(Drawers, hold_what_was_counted_and_moved_in_any_order, ()) {
    const auto turns_of_day = *rc::gen::container<std::vector<Turn>>(turns());
    AnyDay day;
    for (const auto& turn : turns_of_day) {
        day.take(turn);
        day.check();
    }
}

}  // namespace
}  // namespace canteen
