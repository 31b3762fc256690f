#include "tests/domain/support/canteen_fixture.h"

#include "canteen/domain/decide.h"
#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/sales/quote.h"
#include "canteen/domain/state/of_shift.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/order_keys.h"

namespace canteen {

std::ostream& operator<<(std::ostream& out, RejectionCode code) {
    return out << name_of(code);
}
std::ostream& operator<<(std::ostream& out, ExceptionCode code) {
    return out << name_of(code);
}
std::ostream& operator<<(std::ostream& out, Fen fen) {
    return out << to_yuan(fen);
}

namespace {

Dish dish(DishId id, const char* name, Fen price, Served served, std::uint32_t minutes, std::uint32_t planned) {
    Dish d;
    d.id = id;
    d.name = name;
    d.name_en = name;
    d.price = price;
    d.served = served;
    d.minutes = minutes;
    d.planned = planned;
    return d;
}

Member member(MemberId id, const char* number, std::vector<std::string> tags) {
    Member m;
    m.id = id;
    m.number = number;
    m.name = number;
    m.born = parse_date("1944-02-29").value();
    for (auto& tag : tags) m.tags.push_back({tag, {}});
    return m;
}

Who having(const char* tag) {
    Condition condition;
    condition.any_tag = {tag};
    return {condition};
}

}  // namespace

Timestamp at_site(Date date, int hour, int minute) {
    return instant_at_site(date, MinuteOfDay{hour * 60 + minute});
}

Menu lunch_on(Date date) {
    Menu menu;
    menu.meal = {date, MealSlot::lunch};
    menu.serving_from = {10 * 60 + 30};
    menu.serving_to = {13 * 60 + 30};
    menu.dishes = {dish(dishes::pork, "twice-cooked pork", {12'00}, Served::from_line, 0, 20),
                   dish(dishes::noodles, "noodles", {15'00}, Served::to_order, 8, 10),
                   dish(dishes::fish, "fish", {3'25}, Served::from_line, 0, 5'000),
                   dish(dishes::greens, "greens", {5'00}, Served::from_line, 0, 20),
                   dish(dishes::soup, "soup", {4'00}, Served::to_order, 3, 20),
                   dish(dishes::set_meal, "set meal", {15'00}, Served::from_line, 0, 0)};
    menu.dishes[2].price_grams = 100;
    menu.dishes[5].slots = {{"meat", 1, {dishes::pork, dishes::noodles}}, {"side", 2, {dishes::greens, dishes::soup}}};
    return menu;
}

Menu dinner_on(Date date) {
    Menu menu = lunch_on(date);
    menu.meal.slot = MealSlot::dinner;
    menu.serving_from = {17 * 60};
    menu.serving_to = {19 * 60};
    return menu;
}

Scheme six_a_day() {
    SubsidyStep step;
    step.terms.limits.per_day = 1;
    step.classes = {{"dibao", having("dibao"), {}, {{{"civil_affairs", FixedBenefit{{6'00}}}, {}}}}};
    Scheme scheme;
    scheme.id = "six-a-day";
    scheme.name = "six a day";
    scheme.versions = {{"1", {}, {step}, {}}};
    return scheme;
}

Scheme twenty_a_month() {
    Scheme scheme;
    scheme.id = "twenty-a-month";
    scheme.name = "twenty a month";
    scheme.versions = {{"1", {}, {QuotaStep{"village", {20'00}, {having("village")}}}, {}}};
    return scheme;
}

Employer acme() {
    Employer employer;
    employer.code = "acme";
    employer.name = "顶峰公司";
    employer.allowance = Allowance{{3'00}, {10'00}, {8'00}, {}, {}};
    employer.has_account = true;
    return employer;
}

PointsRule fifty_fen_a_point() {
    PointsRule rule;
    rule.fen_per_point = {50};
    rule.funder = "street";
    return rule;
}

CanteenFixture::CanteenFixture() {
    happens(ImportScheme{six_a_day(), 1});
    happens(ImportScheme{twenty_a_month(), 2});
    happens(ImportMembers{
        {member(grandma, "001", {"dibao"}), member(villager, "002", {"village"}), member(neighbour, "003", {})}});
    happens(ImportMenus{{lunch_on(today), dinner_on(today)}});
}

void CanteenFixture::load_account(MemberId member) {
    for (const auto record : load_records(member)) {
        for (const auto kind : {AccountKind::member_bonus, AccountKind::member_principal})
            state.balances.try_emplace(account_of(record, kind));
        state.points.try_emplace(record);
    }
}

std::vector<MemberId> CanteenFixture::load_records(MemberId member) {
    if (!member.is_nil()) state.members.try_emplace(member);
    const Member* person = person_in(state, member);
    return person ? records_of(*person) : std::vector{member};
}

void CanteenFixture::load_for(const CommandBody& body) {
    const auto load_member = [this](const Member& m) {
        state.numbers.try_emplace(m.number);
        state.id_numbers.try_emplace(normalise_id_number(m.id_number));
        state.members.try_emplace(m.id);
        for (const auto& card : m.cards) state.cards.try_emplace(card.number);
    };
    const auto load_draft = [this](const OrderDraft& d) {
        state.orders.try_emplace(d.id);
        state.menus.try_emplace(d.meal);
        if (const auto key = pickup_of(d)) state.pickups.try_emplace(*key);
        state.use_scopes.insert({MemberId{}, d.meal.date});
        load_records(d.ordered_by);
        if (d.member.is_nil()) return;
        load_account(d.member);
        for (const auto record : load_records(d.member)) state.use_scopes.insert({record, d.meal.date});
    };
    if (const auto shift = shift_of(body); !shift.is_nil()) state.shifts.try_emplace(shift);
    if (const auto* c = std::get_if<OpenShift>(&body)) state.shifts.try_emplace(c->id);
    if (const auto* c = std::get_if<MoveDrawer>(&body)) state.facts.try_emplace(c->id);
    if (const auto* c = std::get_if<CloseShift>(&body)) {
        state.shifts.try_emplace(c->id);
        if (c->next) state.shifts.try_emplace(c->next->id);
    }
    if (const auto* c = std::get_if<PlaceOrder>(&body)) load_draft(c->order);
    if (const auto* c = std::get_if<RecordSale>(&body)) load_draft(c->order);
    const auto load_sold = [&](OrderId id) {
        const auto& known = state.orders.try_emplace(id).first->second;
        if (known) load_draft(OrderDraft{known->draft});
    };
    if (const auto* c = std::get_if<CancelOrder>(&body)) load_sold(c->order);
    if (const auto* c = std::get_if<ProposeCorrections>(&body)) {
        load_account(c->member);
        for (const auto id : c->orders) load_sold(id);
    }
    if (const auto* c = std::get_if<TopUp>(&body)) {
        load_account(c->member);
        state.facts.try_emplace(c->id);
    }
    if (const auto* c = std::get_if<PayOut>(&body)) {
        load_account(c->member);
        state.facts.try_emplace(c->id);
    }
    if (const auto* c = std::get_if<TransferBalance>(&body)) {
        load_account(c->from);
        load_account(c->to);
    }
    if (const auto* c = std::get_if<ImportBalances>(&body))
        for (const auto& opening : c->balances) load_account(opening.member);
    if (const auto* c = std::get_if<RecordHours>(&body)) load_account(c->hours.member);
    if (const auto* c = std::get_if<ImportUses>(&body)) {
        for (const auto& [key, number, used] : c->uses) {
            state.members.try_emplace(key.member);
            state.use_scopes.insert({key.member, first_day_of(key.kind, key.period)});
        }
    }
    if (const auto* c = std::get_if<Refund>(&body)) load_sold(c->order);
    if (const auto* c = std::get_if<DateSale>(&body)) {
        const auto& known = state.orders.try_emplace(c->order).first->second;
        OrderDraft dated = known ? known->draft : OrderDraft{};
        dated.meal = c->meal;
        if (known) load_draft(dated);
    }
    if (const auto* c = std::get_if<SettleShort>(&body)) {
        const auto& known = state.orders.try_emplace(c->order).first->second;
        if (known && !known->draft.member.is_nil()) load_account(known->draft.member);
    }
    if (const auto* c = std::get_if<RejectClaimLine>(&body)) load_sold(c->order);
    if (const auto* c = std::get_if<MarkLine>(&body)) state.orders.try_emplace(c->order);
    if (const auto* c = std::get_if<MarkTicket>(&body)) state.orders.try_emplace(c->order);
    if (const auto* c = std::get_if<HandOver>(&body)) state.orders.try_emplace(c->order);
    if (const auto* c = std::get_if<AcknowledgeCancelled>(&body)) state.orders.try_emplace(c->order);
    if (const auto* c = std::get_if<SetSoldOut>(&body)) state.menus.try_emplace(c->key.meal);
    if (const auto* c = std::get_if<AddPortions>(&body)) state.menus.try_emplace(c->key.meal);
    if (const auto* c = std::get_if<ImportMembers>(&body))
        for (const auto& m : c->members) load_member(m);
    if (const auto* c = std::get_if<PutMember>(&body)) load_member(c->member);
    if (const auto* c = std::get_if<ReviewApplication>(&body)) state.members.try_emplace(c->member);
    if (const auto* c = std::get_if<ReportCardLost>(&body)) state.members.try_emplace(c->member);
    if (const auto* c = std::get_if<IssueCard>(&body)) {
        state.members.try_emplace(c->member);
        state.cards.try_emplace(c->card);
    }
    if (const auto* c = std::get_if<EraseMember>(&body)) {
        load_account(c->member);
        state.points.try_emplace(c->member);
    }
    if (const auto* c = std::get_if<MergeMembers>(&body)) {
        load_account(c->kept);
        load_account(c->merged);
    }
    if (const auto* c = std::get_if<ImportMenus>(&body))
        for (const auto& menu : c->menus) state.menus.try_emplace(menu.meal);
}

Outcome CanteenFixture::decide_and_apply(const CommandBody& body) {
    load_for(body);
    Outcome outcome = decide(state, till, {CommandId{}, body}, now);
    if (const auto* events = std::get_if<Events>(&outcome)) {
        for (const auto& event : *events) {
            apply(state, event);
            journal.push_back(event);
        }
    }
    return outcome;
}

Events CanteenFixture::happens(const CommandBody& body) {
    Outcome outcome = decide_and_apply(body);
    if (const auto* rejection = std::get_if<Rejection>(&outcome)) {
        ADD_FAILURE() << name_of(body) << " was refused: " << rejection->code
                      << (rejection->params.empty() ? "" : " " + rejection->params.back().value);
        return {};
    }
    return std::get<Events>(outcome);
}

Rejection CanteenFixture::refused(const CommandBody& body) {
    Outcome outcome = decide_and_apply(body);
    if (std::holds_alternative<Events>(outcome)) {
        ADD_FAILURE() << name_of(body) << " was not refused";
        return {};
    }
    return std::get<Rejection>(outcome);
}

std::vector<ExceptionCode> CanteenFixture::exceptions_of(const CommandBody& body) {
    std::vector<ExceptionCode> codes;
    for (const auto& event : happens(body))
        if (const auto* listed = std::get_if<ExceptionListed>(&event)) codes.push_back(listed->exception.code);
    return codes;
}

OrderDraft CanteenFixture::draft(std::vector<OrderLine> lines) {
    return draft_for(MemberId{}, std::move(lines));
}

OrderDraft CanteenFixture::draft_for(MemberId member, std::vector<OrderLine> lines) {
    OrderDraft d;
    d.id = id_of<OrderId>(next_order_);
    d.pickup = {"A", next_order_};
    ++next_order_;
    d.member = member;
    d.meal = lunch;
    d.lines = std::move(lines);
    d.menu = state.menus.at(lunch)->version;
    show_sums(d);
    return d;
}

OrderLine CanteenFixture::portions(DishId dish, std::uint32_t quantity) const {
    OrderLine line;
    line.dish = dish;
    line.quantity = quantity;
    line.unit_price = state.menus.at(lunch)->find(dish)->price;
    line.amount = line.unit_price * quantity;
    return line;
}

OrderLine CanteenFixture::grams(DishId dish, std::uint32_t grams) const {
    OrderLine line = portions(dish);
    line.grams = grams;
    line.price_grams = 100;
    line.amount = price_by_weight(line.unit_price, line.price_grams, grams);
    return line;
}

OrderLine CanteenFixture::set_of(std::vector<DishId> chosen, std::uint32_t quantity) const {
    OrderLine line = portions(dishes::set_meal, quantity);
    for (std::size_t i = 0; i < chosen.size(); ++i) line.chosen.push_back({i == 0 ? 0U : 1U, chosen[i]});
    return line;
}

void CanteenFixture::show_sums(OrderDraft& d) {
    std::uint32_t next = 1;
    for (auto& line : d.lines) line.id = {next++};
    load_for(PlaceOrder{d, {}, {}});
    d.shown = quote_at_menu_prices(state, d, state.menus.at(d.meal).value()).sums;
}

PlaceOrder CanteenFixture::ask(const OrderDraft& draft, std::vector<Tender> tenders) const {
    return {draft, std::move(tenders), now + till_answer_wait};
}

PlaceOrder CanteenFixture::ask_in_cash(const OrderDraft& draft) const {
    return ask(draft, cash(round_cash(draft.shown.to_pay)));
}

RecordSale CanteenFixture::sale(const OrderDraft& draft, std::vector<Tender> tenders) const {
    return {draft, std::move(tenders), now, false};
}

RecordSale CanteenFixture::sale_in_cash(const OrderDraft& draft) const {
    return sale(draft, cash(round_cash(draft.shown.to_pay)));
}

Fen CanteenFixture::balance(AccountKind kind) const {
    Fen sum;
    for (const auto& event : journal) {
        const auto* posted = std::get_if<LedgerPosted>(&event);
        if (!posted) continue;
        for (const auto& posting : posted->postings)
            if (posting.account.kind == kind) sum += posting.fen;
    }
    return sum;
}

Fen CanteenFixture::balance(const Account& account) const {
    Fen sum;
    for (const auto& event : journal) {
        const auto* posted = std::get_if<LedgerPosted>(&event);
        if (!posted) continue;
        for (const auto& posting : posted->postings)
            if (posting.account == account) sum += posting.fen;
    }
    return sum;
}

Fen CanteenFixture::allowance_used(MemberId member, const std::string& employer) const {
    Fen sum;
    for (const auto& [key, live] : state.uses)
        if (key.member == member && key.scheme == employer && key.kind == UseKind::allowance) sum += live.fen;
    return sum;
}

void CanteenFixture::employ(MemberId id, const std::string& employer) {
    Member employed = state.members.at(id).value();
    employed.employments.push_back({employer, {}});
    apply(state, MemberRecorded{std::move(employed)});
}

void CanteenFixture::give_points(MemberId member, std::int64_t points) {
    load_account(member);
    const PointsPosted given{OrderId{}, into_holding(member, points, PointsAccountKind::opening)};
    apply(state, given);
    journal.emplace_back(given);
}

std::size_t CanteenFixture::count(MemberId member, UseKind kind) const {
    std::size_t uses = 0;
    for (const auto& [key, live] : state.uses)
        if (key.member == member && key.kind == kind) uses += live.ordinals.size();
    return uses;
}

}  // namespace canteen
