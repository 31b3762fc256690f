// However tills, cancellations, refunds, ending holds and late statements follow each other, no limit of a scheme is
// exceeded and every bill is paid by somebody.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/domain/subsidy/budget.h"
#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

constexpr Fen member_month{20'00};
constexpr Fen member_year{30'00};
constexpr Fen town_year{25'00};
constexpr Fen all_month{60'00};
constexpr Fen least_self_pay{1'00};
constexpr std::uint32_t meals_a_month = 4;
constexpr std::uint32_t meals_a_week = 3;

// Gives everyone 5 by the city and 3 by the town, with every limit there is; excludes six a day.
Scheme town() {
    SubsidyStep step;
    step.terms.limits.per_slot = 1;
    step.terms.limits.per_week = meals_a_week;
    step.terms.limits.per_month = meals_a_month;
    step.terms.limits.given_per_month = member_month;
    step.terms.limits.given_per_year = member_year;
    step.min_self_pay = least_self_pay;
    step.classes = {{"all", {}, {}, {{{"city", FixedBenefit{{5'00}}}, {}}, {{"town", FixedBenefit{{3'00}}}, {}}}}};
    step.classes[0].shrink = Shrink::in_proportion;
    Scheme scheme;
    scheme.id = "town";
    scheme.name = "town";
    scheme.versions = {
        {"1", {}, {step, DiscountStep{"canteen", {{{}, 90, {}}}, {{10}, RoundingDirection::up, true}}}, {}}};
    scheme.versions[0].excludes = {"six-a-day"};
    scheme.versions[0].budgets = {{"town", UseKind::budget_year, town_year}, {"", UseKind::budget_month, all_month}};
    return scheme;
}

struct Deed {
    unsigned what = 0, who = 0, meal = 0, dish = 0, amount = 1, which = 0;
};

std::ostream& operator<<(std::ostream& out, const Deed& d) {
    return out << "{what " << d.what << ", who " << d.who << ", meal " << d.meal << ", dish " << d.dish << ", amount "
               << d.amount << ", which " << d.which << "}";
}

rc::Gen<Deed> deeds() {
    using rc::gen::inRange;
    return rc::gen::build<Deed>(rc::gen::set(&Deed::what, inRange(0U, 8U)), rc::gen::set(&Deed::who, inRange(0U, 4U)),
                                rc::gen::set(&Deed::meal, inRange(0U, 6U)), rc::gen::set(&Deed::dish, inRange(0U, 3U)),
                                rc::gen::set(&Deed::amount, inRange(1U, 4U)),
                                rc::gen::set(&Deed::which, inRange(0U, 30U)));
}

class AnyMonth : public CanteenFixture {
public:
    AnyMonth() {
        happens(ImportScheme{town(), 0});
        for (const int later : {1, 20}) happens(ImportMenus{{lunch_on(today + later), dinner_on(today + later)}});
    }
    void TestBody() override {}

    void take(const Deed& deed) {
        now = now + std::chrono::seconds{20};
        if (deed.what == 0) return ask_for(new_draft(deed), true);
        if (deed.what == 1) return ask_for(new_draft(deed), false);
        if (deed.what == 2) return unstated_.push_back(sale_in_cash(new_draft(deed)));
        if (deed.what == 3 && !unstated_.empty()) happens(unstated_.at(deed.which % unstated_.size()));
        if (deed.what == 4 && !drafts_.empty())
            decide_and_apply(CancelOrder{drafts_.at(deed.which % drafts_.size()).id});
        if (deed.what >= 6 && !drafts_.empty()) give_back(drafts_.at(deed.which % drafts_.size()), deed);
        if (deed.what == 5) {
            now = now + std::chrono::minutes{deed.amount};
            happens(Tick{});
        }
    }

    void check() const {
        std::map<UseKey, Fen> given;
        for (const auto& [id, known] : state.orders)
            if (known) check_bill(*known);
        for (const auto& [id, known] : state.orders)
            if (known && is_live(*known)) add_up(*known, given);
        for (const auto& [key, fen] : given) RC_ASSERT(fen <= most_of(key.kind));
        for (const auto& [key, live] : state.uses) {
            if (key.scheme != "town" && key.scheme != "town/town") continue;
            if (key.kind == UseKind::per_slot) RC_ASSERT(live.ordinals.size() <= 1U);
            if (key.kind == UseKind::per_week) RC_ASSERT(live.ordinals.size() <= meals_a_week);
            if (key.kind == UseKind::per_month) RC_ASSERT(live.ordinals.size() <= meals_a_month);
            if (is_amount(key.kind)) RC_ASSERT(live.fen == given[key]);
        }
    }

private:
    static bool is_live(const Order& order) {
        return order.state != OrderState::cancelled && order.state != OrderState::expired;
    }

    static Fen most_of(UseKind kind) {
        switch (kind) {
            case UseKind::given_month:
                return member_month;
            case UseKind::given_year:
                return member_year;
            case UseKind::budget_month:
                return all_month;
            default:
                return town_year;
        }
    }

    static void check_bill(const Order& order) {
        const Sums& shown = order.draft.shown;
        Fen borne = shown.to_pay;
        for (const auto& share : shown.shares) borne += share.fen;
        RC_ASSERT(borne == shown.food + shown.fee);
        RC_ASSERT(shown.to_pay >= Fen{});
        Fen told, granted;
        for (const auto& share : shown.shares) told += share.fen;
        for (const auto& share : order.granted) granted += share.fen;
        RC_ASSERT(granted <= told);
    }

    // Sums the shares of the orders, not the uses.
    static void add_up(const Order& order, std::map<UseKey, Fen>& given) {
        const Meal meal = order.draft.meal;
        const auto add = [&](MemberId member, const char* scheme, UseKind kind, Fen fen) {
            given[{member, scheme, kind, period_of(kind, meal)}] += fen;
        };
        for (const auto& share : order.granted) {
            if (share.scheme != "town") continue;
            if (share.step == 0) add(order.draft.member, "town", UseKind::given_month, share.fen);
            if (share.step == 0) add(order.draft.member, "town", UseKind::given_year, share.fen);
            add(MemberId{}, "town", UseKind::budget_month, share.fen);
            if (share.payer == "town") add(MemberId{}, "town/town", UseKind::budget_year, share.fen);
        }
    }

    OrderDraft new_draft(const Deed& deed) {
        const std::vector<MemberId> people{MemberId{}, grandma, villager, neighbour};
        const std::vector<OrderLine> choice{portions(dishes::noodles, deed.amount),
                                            portions(dishes::greens, deed.amount),
                                            set_of({dishes::noodles, dishes::soup, dishes::greens}, deed.amount)};
        const std::vector<int> days{0, 1, 20};
        auto d = draft_for(people.at(deed.who), {choice.at(deed.dish)});
        d.meal = {today + days.at(deed.meal / 2), deed.meal % 2 == 0 ? MealSlot::lunch : MealSlot::dinner};
        d.menu = state.menus.at(d.meal)->version;
        d.origin = Origin::ahead;
        show_sums(d);
        drafts_.push_back(d);
        return d;
    }

    // Gives back the whole order, or a part of its line.
    void give_back(const OrderDraft& d, const Deed& deed) {
        std::vector<RefundLine> lines;
        if (deed.what == 7) lines.push_back({LineId{1}, deed.amount});
        decide_and_apply(Refund{id_of<RefundId>(++refunds_), d.id, lines, RefundReason::quality, {}});
    }

    void ask_for(const OrderDraft& d, bool paid) { decide_and_apply(paid ? ask_in_cash(d) : ask(d)); }

    std::vector<OrderDraft> drafts_;
    std::vector<RecordSale> unstated_;
    unsigned refunds_ = 0;
};

RC_GTEST_PROP(AnyMonth, passes_no_limit_in_any_interleaving, ()) {
    AnyMonth canteen;
    for (const auto& deed : *rc::gen::container<std::vector<Deed>>(deeds())) {
        canteen.take(deed);
        canteen.check();
    }
}

}  // namespace
}  // namespace canteen
