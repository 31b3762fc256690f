#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/programmer_error.h"
#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/state/canteen.h"
#include "canteen/domain/state/order_changes.h"
#include "canteen/domain/state/order_index.h"
#include "canteen/domain/state/order_keys.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

void forget_number(Canteen& state, const Order& order) {
    if (const auto key = pickup_of(order.draft)) state.pickups[*key] = std::nullopt;
}

void bring_in(Canteen& state, const Order& order) {
    auto& place = state.orders[order.draft.id];
    if (place) forget_number(state, *place);  // a hold that expired and was sold all the same, a sale of another day
    place = order;
    note_times(state, order);
    if (const auto key = pickup_of(order.draft)) state.pickups[*key] = order.draft.id;
}

void use(Canteen& state, const UsedRight& right) {
    LiveUses& live = state.uses[right.key];
    live.fen += right.fen;
    if (right.ordinal != 0) require(live.ordinals.insert(right.ordinal).second, "a right was used twice");
}

void free(Canteen& state, const UsedRight& right) {
    const auto found = state.uses.find(right.key);
    if (found == state.uses.end()) return;  // not loaded: nobody asks for it now
    LiveUses& live = found->second;
    live.fen -= right.fen;
    live.ordinals.erase(right.ordinal);
    if (live.ordinals.empty() && live.fen == Fen{}) state.uses.erase(found);
}

// An ID number that another record has beside this one stays that one's.
void give_up_id_number(Canteen& state, const Member& member) {
    const auto found = state.id_numbers.find(member.id_number);
    if (found != state.id_numbers.end() && found->second == member.id) found->second = std::nullopt;
}

void record(Canteen& state, const Member& member) {
    auto& known = state.members[member.id];
    const auto number = normal_number(member.number);
    if (known && normal_number(known->number) != number) state.numbers[normal_number(known->number)] = std::nullopt;
    if (known && known->id_number != member.id_number) give_up_id_number(state, *known);
    state.numbers[number] = member.id;
    if (!member.id_number.empty()) state.id_numbers[member.id_number] = member.id;
    for (const auto& card : member.cards) state.cards[normal_number(card.number)] = member.id;
    known = member;
}

// Nothing leads back to an erased person: their numbers are free again, their id never is.
void erase(Canteen& state, MemberId id) {
    auto& known = state.members[id];
    if (known) {
        state.numbers[normal_number(known->number)] = std::nullopt;
        give_up_id_number(state, *known);
        for (const auto& card : known->cards) state.cards[normal_number(card.number)] = std::nullopt;
    }
    known = std::nullopt;
    state.erased.insert(id);
}

// The till's last one, if it was not closed, is left without a count.
void open(Canteen& state, const Shift& shift) {
    const auto last = state.open_shifts.find(shift.till);
    if (last != state.open_shifts.end()) {
        last->second.is_open = false;
        state.shifts[last->second.id] = last->second;
    }
    state.open_shifts[shift.till] = shift;
    state.shifts[shift.id] = shift;
}

void close(Canteen& state, const ShiftClosed& closed) {
    auto& known = state.shifts[closed.shift];
    if (!known) known = Shift{closed.shift, closed.till, {}, closed.closing.at, {}};
    known->is_open = false;
    known->closing = closed.closing;
    const auto open = state.open_shifts.find(closed.till);
    if (open != state.open_shifts.end() && open->second.id == closed.shift) state.open_shifts.erase(open);
}

// Only its order, or only the journal, remembers these. A new event is listed here or applied below, or it does not
// compile.
using RememberedElsewhere =
    std::variant<OrderPaid, SaleConfirmed, TicketOpened, LineMarked, TicketMarked, OrderHandedOver, OrderCancelled,
                 CancelAcknowledged, OrderExpired, RightDisputed, ExceptionListed, ClockFollowed, UnreadableNoted,
                 OrderRefunded, TicketStruck, HoursRecorded, PartnerCostRecorded, MembersMerged, DrawerMoved>;

struct Applier {
    Canteen& state;

    void operator()(const OrderHeld& e) const { bring_in(state, e.order); }
    void operator()(const OrderPlaced& e) const { bring_in(state, e.order); }
    void operator()(const SaleDated& e) const { bring_in(state, e.order); }
    void operator()(const StockMoved& e) const {
        require(state.menus.contains(e.move.key.meal), "stock of an event not loaded");
        StockRow& row = state.stock[e.move.key];
        row.move(e.move.kind, e.move.amount);
        require(row.left() >= 0, "fewer than no portions left");
    }
    void operator()(const SoldOutSet& e) const {
        state.stock[e.key].sold_out_since = e.sold_out ? std::optional{e.at} : std::nullopt;
    }
    void operator()(const LedgerPosted& e) const {
        require(balances(e.postings), "the ledger does not balance");
        for (const auto& posting : e.postings) {
            if (posting.account.kind == AccountKind::cash) state.drawers[posting.account.owner] += posting.fen;
            const auto balance = state.balances.find(posting.account);
            if (balance != state.balances.end()) balance->second += posting.fen;
        }
    }
    void operator()(const RightUsed& e) const { use(state, e.right); }
    void operator()(const RightFreed& e) const { free(state, e.right); }
    void operator()(const MenuPublished& e) const {
        state.last_menu_version = std::max(state.last_menu_version, e.menu.version);
        state.menus[e.menu.meal] = e.menu;
        for (const auto& dish : e.menu.dishes)
            if (!dish.is_set_meal()) state.stock.try_emplace({e.menu.meal, dish.id});
    }
    void operator()(const MemberRecorded& e) const { record(state, e.member); }
    void operator()(const MemberErased& e) const { erase(state, e.member); }
    void operator()(const DeductOrderSet& e) const { state.deduct_order = whole_deduct_order(e.order); }
    void operator()(const EmployerSet& e) const { state.employers[e.employer.code] = e.employer; }
    void operator()(const PointsRuleSet& e) const { state.points_rule = e.rule; }
    void operator()(const PointsPosted& e) const {
        require(balances(e.postings), "the points do not balance");
        for (const auto& posting : e.postings) {
            const auto held = state.points.find(posting.member);
            if (held != state.points.end()) held->second += posting.points;
        }
    }
    void operator()(const CalendarSet& e) const { state.calendar = e.calendar; }
    void operator()(const SchemePublished& e) const {
        auto& schemes = state.schemes;
        std::erase_if(schemes, [&e](const auto& known) { return known.second.id == e.scheme.id; });
        const auto behind = std::upper_bound(schemes.begin(), schemes.end(), e.priority,
                                             [](std::uint32_t p, const auto& known) { return p < known.first; });
        schemes.emplace(behind, e.priority, e.scheme);
    }
    void operator()(const DeviceEnrolled& e) const { state.devices[e.device.id] = e.device; }
    void operator()(const DeviceClaimed& e) const {
        Device& device = state.devices[e.device];
        device.public_key = e.public_key;
        device.claimed = true;
    }
    void operator()(const DeviceRevoked& e) const { state.devices[e.device].revoked = true; }
    void operator()(const EpochStarted& e) const { state.epoch = e.epoch; }
    void operator()(const ClaimDrafted& e) const { state.claims[e.claim.id] = e.claim; }
    void operator()(const ClaimDropped& e) const { state.claims.erase(e.claim); }
    void operator()(const FindingAnswered& e) const {
        for (auto& finding : state.claims.at(e.claim).findings)
            if (finding.number == e.number) finding.answer = e.answer;
    }
    void operator()(const ClaimSubmitted& e) const { state.claims.at(e.claim).state = ClaimState::submitted; }
    void operator()(const ClaimLineRejected& e) const { state.claims.at(e.claim).rejected.push_back(e.line); }
    void operator()(const ClaimPaymentReceived& e) const {
        Claim& claim = state.claims.at(e.claim);
        claim.received += e.tender.amount;
        claim.state = e.last ? ClaimState::paid : ClaimState::submitted;
    }
    void operator()(const FactStated& e) const { state.facts[e.fact] = true; }
    void operator()(const ShiftOpened& e) const { open(state, e.shift); }
    void operator()(const ShiftClosed& e) const { close(state, e); }
    void operator()(const StaffRecorded& e) const { state.staff[e.staff.id] = e.staff; }
    void operator()(const StaffEnded& e) const { state.staff[e.staff].ended = true; }
    void operator()(const StaffUnlocked& e) const { state.staff[e.staff].unlocked_at = e.at; }
    void operator()(const StaffPinSet& e) const {
        state.staff[e.staff].pin_set_at = e.at;
        state.staff[e.staff].unlocked_at = e.at;
    }
    void operator()(const PartnerAgreementSet& e) const { state.agreements[e.agreement.code] = e.agreement; }
    template <KindOf<RememberedElsewhere> Kind>
    void operator()(const Kind&) const {}
};

}  // namespace

void apply(Canteen& state, const Event& event) {
    std::visit(Applier{state}, event);
    const auto id = order_changed_by(event);
    if (!id) return;
    Order& order = order_in(state, *id);
    forget_times(state, order);
    change(order, event);
    note_times(state, order);
}

}  // namespace canteen
