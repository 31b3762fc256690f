// However orders are paid by employers, points and money, stated late, cancelled and given back: payers, employer,
// points and guest together give the bill, no allowance and no holding is exceeded, and taking all of it back leaves
// things as if it had never been.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/order/refund_remainder.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

constexpr std::int64_t points_given = 60;
constexpr Fen of_day{15'00};

enum class Deed { ask, hold, pay_hold, sell_offline, state_sale, cancel, refund, refund_line };

struct Step {
    Deed deed = Deed::ask;
    unsigned who = 0, which = 0, amount = 1;
    std::vector<unsigned> percent;  // parts of the sum left to pay, by allowance, points, stored value and account
};

std::ostream& operator<<(std::ostream& out, const Step& s) {
    out << "{deed " << static_cast<int>(s.deed) << ", who " << s.who << ", which " << s.which << ", amount " << s.amount
        << ", percent";
    for (const auto percent : s.percent) out << " " << percent;
    return out << "}";
}

rc::Gen<Step> steps() {
    using rc::gen::inRange;
    return rc::gen::build<Step>(
        rc::gen::set(&Step::deed, rc::gen::map(inRange(0, 8), [](int deed) { return static_cast<Deed>(deed); })),
        rc::gen::set(&Step::who, inRange(0U, 2U)), rc::gen::set(&Step::which, inRange(0U, 20U)),
        rc::gen::set(&Step::amount, inRange(1U, 4U)),
        rc::gen::set(&Step::percent, rc::gen::container<std::vector<unsigned>>(4, rc::gen::element(0U, 40U, 100U))));
}

// A day on which two of acme's people, one of them with a subsidy, pay in every way there is.
class AnyPayment : public CanteenFixture {
public:
    AnyPayment() {
        Employer employer = acme();
        employer.allowance->per_day = of_day;
        happens(SetEmployer{employer});
        happens(SetPointsRule{fifty_fen_a_point()});
        for (const auto person : people) {
            employ(person, "acme");
            give_points(person, points_given);
            happens(TopUp{person, {TenderKind::cash, {30'00}, ""}, {5'00}});
        }
    }
    void TestBody() override {}

    void take(const Step& step) {
        const auto known = [&]() -> const OrderDraft* {
            return drafts_.empty() ? nullptr : &drafts_.at(step.which % drafts_.size());
        };
        if (step.deed == Deed::ask || step.deed == Deed::hold || step.deed == Deed::sell_offline)
            return begin(step, new_draft(step));
        if (step.deed == Deed::state_sale) return state_one(step);
        if (!known()) return;
        const OrderDraft d = *known();
        if (step.deed == Deed::pay_hold) decide_and_apply(ask(d, tenders_of(step, d)));
        if (step.deed == Deed::cancel) decide_and_apply(CancelOrder{d.id});
        if (step.deed == Deed::refund) decide_and_apply(refund(d, {}));
        if (step.deed == Deed::refund_line) decide_and_apply(refund(d, {{LineId{1}, step.amount}}));
    }

    void take_all_back() {
        for (const auto& d : drafts_) {
            if (!state.orders.at(d.id)) continue;
            decide_and_apply(refund(d, {}));
            decide_and_apply(CancelOrder{d.id});
        }
    }

    void check() const {
        std::map<UseKey, Fen> used;
        std::map<MemberId, std::int64_t> spent;
        for (const auto& [id, known] : state.orders)
            if (known) check(*known, used, spent);
        for (const auto person : people) {
            Fen day;
            for (const auto slot : meal_slots) day += used[allowance_key(person, slot)];
            RC_ASSERT(used[allowance_key(person, MealSlot::lunch)] <= Fen{10'00});
            RC_ASSERT(used[allowance_key(person, MealSlot::dinner)] <= Fen{8'00});
            RC_ASSERT(day <= of_day);
            RC_ASSERT(state.points.at(person) >= 0);
            RC_ASSERT(state.points.at(person) + spent[person] == points_given);
        }
        for (const auto& [key, fen] : used) {
            const auto live = state.uses.find(key);
            RC_ASSERT((live == state.uses.end() ? Fen{} : live->second.fen) == fen);
        }
    }

    std::map<Account, Fen> balances_now() const {
        std::map<Account, Fen> sums;
        for (const auto& event : journal)
            if (const auto* posted = std::get_if<LedgerPosted>(&event))
                for (const auto& p : posted->postings) sums[p.account] += p.fen;
        std::erase_if(sums, [](const auto& entry) { return entry.second == Fen{}; });
        return sums;
    }

    const std::vector<MemberId> people{grandma, neighbour};

private:
    // Checks that the order's money is where its rights and points say, and that nothing is left over that fits
    // nowhere.
    static void check(const Order& order, std::map<UseKey, Fen>& used, std::map<MemberId, std::int64_t>& spent) {
        Fen allowance, by_points, sold;
        for (const auto& p : order.postings) {
            RC_ASSERT(p.account.kind != AccountKind::exceptions);
            if (p.account.kind == AccountKind::allowance) allowance += p.fen;
            if (is_of_points(p.account)) by_points += p.fen;
            if (p.account.kind == AccountKind::sales) sold -= p.fen;
        }
        RC_ASSERT(balances(order.postings));
        if (!order.postings.empty()) RC_ASSERT(sold == sums_now(order).food + sums_now(order).fee);
        Fen held;
        for (const auto& right : order.rights) {
            if (right.key.kind != UseKind::allowance) continue;
            held += right.fen;
            used[right.key] += right.fen;
        }
        RC_ASSERT(held == allowance);
        RC_ASSERT(by_points <= Fen{50} * order.points);
        RC_ASSERT(order.points >= 0);
        spent[order.draft.member] += order.points;
    }

    // Does not state again what was cancelled since: its money would be stray.
    void state_one(const Step& step) {
        if (unstated_.empty()) return;
        const RecordSale& sale = unstated_.at(step.which % unstated_.size());
        const auto& known = state.orders.at(sale.order.id);
        if (!known || known->state != OrderState::cancelled) happens(sale);
    }

    UseKey allowance_key(MemberId person, MealSlot slot) const {
        return {person, "acme", UseKind::allowance, period_of(UseKind::allowance, {today, slot})};
    }

    OrderDraft new_draft(const Step& step) {
        auto d = draft_for(people.at(step.who), {portions(dishes::greens, step.amount)});
        if (step.which % 2 == 0) {
            d.meal.slot = MealSlot::dinner;
            d.menu = state.menus.at(d.meal)->version;
            d.origin = Origin::ahead;
            show_sums(d);
        }
        drafts_.push_back(d);
        return d;
    }

    void begin(const Step& step, const OrderDraft& d) {
        if (step.deed == Deed::ask) decide_and_apply(ask(d, tenders_of(step, d)));
        if (step.deed == Deed::hold) decide_and_apply(ask(d));
        if (step.deed == Deed::sell_offline) {
            load_for(sale(d, {}));
            unstated_.push_back(sale(d, tenders_of(step, d)));
        }
    }

    // Missing stored value is nobody's: see StoredValue.
    static bool is_offline(const Step& step) { return step.deed == Deed::sell_offline; }

    static std::vector<Tender> tenders_of(const Step& step, const OrderDraft& d) {
        constexpr std::array kinds{TenderKind::allowance, TenderKind::points, TenderKind::stored_value,
                                   TenderKind::employer};
        std::vector<Tender> tenders;
        Fen left = d.shown.to_pay;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const Fen fen{left.value * step.percent.at(i) / 100};
            const bool of_employer = kinds.at(i) == TenderKind::allowance || kinds.at(i) == TenderKind::employer;
            if (fen == Fen{} || (is_offline(step) && kinds.at(i) == TenderKind::stored_value)) continue;
            tenders.push_back({kinds.at(i), fen, of_employer ? "acme" : ""});
            left -= fen;
        }
        if (round_cash(left) > Fen{}) tenders.push_back({TenderKind::cash, round_cash(left), ""});
        return tenders;
    }

    Refund refund(const OrderDraft& d, std::vector<RefundLine> lines) {
        return {id_of<RefundId>(++refunds_), d.id, std::move(lines), RefundReason::guest_asked, {}};
    }

    std::vector<OrderDraft> drafts_;
    std::vector<RecordSale> unstated_;
    unsigned refunds_ = 0;
};

RC_GTEST_PROP(AnyPayment, is_the_bill_and_passes_no_allowance_and_no_holding, ()) {
    AnyPayment canteen;
    for (const auto& step : *rc::gen::container<std::vector<Step>>(steps())) {
        canteen.take(step);
        canteen.check();
    }
}

RC_GTEST_PROP(AnyPayment, taken_back_in_any_parts_leaves_accounts_rights_and_points_as_before, ()) {
    AnyPayment canteen;
    const auto before = canteen.balances_now();
    for (const auto& step : *rc::gen::container<std::vector<Step>>(steps())) canteen.take(step);
    canteen.take_all_back();
    canteen.check();
    RC_ASSERT(canteen.balances_now() == before);
    RC_ASSERT(canteen.state.uses.empty());
    for (const auto person : canteen.people) RC_ASSERT(canteen.state.points.at(person) == points_given);
}

}  // namespace
}  // namespace canteen
