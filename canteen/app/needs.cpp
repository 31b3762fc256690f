#include "canteen/app/needs.h"

#include <variant>

#include "canteen/app/missing.h"
#include "canteen/domain/base/kinds.h"
#include "canteen/domain/state/of_shift.h"
#include "canteen/domain/state/order_keys.h"

namespace canteen {
namespace {

// Schemes, devices, claims, employers, partners and the epoch are always loaded. A new command is listed here or below,
// or it does not compile.
using SiteWide = std::variant<ImportScheme, EnrolDevice, ClaimDevice, RevokeDevice, StartEpoch, FollowClock,
                              NoteUnreadable, SetDeductOrder, SetEmployer, ReceiveFromEmployer, SetPointsRule,
                              SubmitClaim, DropClaim, AnswerFinding, ReceiveClaimPayment, SetPartnerAgreement,
                              RecordPartnerCost, DraftClaim, PutStaff, EndStaff, UnlockStaff, NoteStaffPin>;

// Asks for what each command looks at.
class Gatherer {
public:
    Gatherer(const Canteen& state, Timestamp now, Missing& missing) : state_(state), now_(now), missing_(missing) {}

    void operator()(const PlaceOrder& c) { missing_.draft(c.order, c.tenders); }
    void operator()(const RecordSale& c) { missing_.draft(c.order, c.tenders); }
    void operator()(const CancelOrder& c) { missing_.order_with_basis(c.order); }
    void operator()(const Refund& c) { missing_.order_with_basis(c.order); }
    void operator()(const RejectClaimLine& c) { missing_.order_with_basis(c.order); }
    void operator()(const DateSale& c) {
        const auto* known = missing_.order(c.order);
        if (!known) return;
        OrderDraft dated = known->draft;
        dated.meal = c.meal;
        missing_.draft(dated, known->tenders);
    }
    void operator()(const SettleShort& c) {
        const auto* known = missing_.order(c.order);
        if (known) missing_.account(known->draft.member);
    }
    void operator()(const TopUp& c) {
        missing_.account(c.member);
        missing_.fact(c.id);
    }
    void operator()(const PayOut& c) {
        missing_.account(c.member);
        missing_.fact(c.id);
    }
    void operator()(const OpenShift& c) { missing_.shift(c.id); }
    void operator()(const CloseShift& c) {
        missing_.shift(c.id);
        if (c.next) missing_.shift(c.next->id);
    }
    void operator()(const MoveDrawer& c) { missing_.fact(c.id); }
    void operator()(const TransferBalance& c) {
        for (const auto id : {c.from, c.to}) {
            missing_.account(id);
            missing_.points(id);
        }
    }
    void operator()(const ImportBalances& c) {
        for (const auto& opening : c.balances) {
            missing_.account(opening.member);
            missing_.points(opening.member);
        }
    }
    void operator()(const RecordHours& c) {
        missing_.member(c.hours.member);
        missing_.points(c.hours.member);
    }
    void operator()(const ImportUses& c) {
        for (const auto& [key, number, used] : c.uses) {
            missing_.member(key.member);
            missing_.uses(key.member, first_day_of(key.kind, key.period));
        }
    }
    void operator()(const ProposeCorrections& c) {
        missing_.member(c.member);
        for (auto id : c.orders) missing_.order_with_basis(id);
    }
    void operator()(const MarkLine& c) { missing_.order(c.order); }
    void operator()(const MarkTicket& c) { missing_.order(c.order); }
    void operator()(const HandOver& c) { missing_.order(c.order); }
    void operator()(const AcknowledgeCancelled& c) { missing_.order(c.order); }
    void operator()(const SetSoldOut& c) { missing_.menu(c.key.meal); }
    void operator()(const AddPortions& c) { missing_.menu(c.key.meal); }
    void operator()(const Tick&) {
        missing_.due(state_.expiries, now_);
        missing_.due(state_.ready_since, now_ - state_.site.keep_ready_for);
    }
    void operator()(const ImportMenus& c) {
        for (const auto& m : c.menus) missing_.menu(m.meal);
    }
    void operator()(const ImportMembers& c) {
        for (const auto& m : c.members) {
            missing_.holder_of_number(m.number);
            missing_.member(m.id);
            missing_.holder_of_id_number(m.id_number);
            for (const auto& held : m.cards) missing_.card(held.number);
        }
    }
    void operator()(const PutMember& c) {
        missing_.member(c.member.id);
        missing_.number(c.member.number);
        missing_.holder_of_id_number(normalise_id_number(c.member.id_number));
    }
    void operator()(const ReviewApplication& c) { missing_.member(c.member); }
    void operator()(const IssueCard& c) {
        missing_.member(c.member);
        missing_.card(c.card);
    }
    void operator()(const ReportCardLost& c) { missing_.member(c.member); }
    void operator()(const EraseMember& c) {
        missing_.account(c.member);
        missing_.points(c.member);
    }
    // Orders that are held are all there.
    void operator()(const MergeMembers& c) {
        for (const auto id : {c.kept, c.merged}) {
            missing_.account(id);
            missing_.points(id);
        }
    }
    // A menu says what kind of day it is for: those of days whose kind changes are published anew.
    void operator()(const ImportCalendar& c) {
        for (const auto& [date, mark] : state_.calendar.marks) missing_.day(date, c.calendar);
        for (const auto& [date, mark] : c.calendar.marks) missing_.day(date, c.calendar);
    }
    template <KindOf<SiteWide> Command>
    void operator()(const Command&) {}

private:
    const Canteen& state_;
    Timestamp now_;
    Missing& missing_;
};

}  // namespace

bool is_out_of_reach(const CommandBody& body, Date today) {
    std::optional<Date> date;
    if (const auto* ask = std::get_if<PlaceOrder>(&body)) date = ask->order.meal.date;
    if (const auto* mark = std::get_if<SetSoldOut>(&body)) date = mark->key.meal.date;
    if (const auto* more = std::get_if<AddPortions>(&body)) date = more->key.meal.date;
    return date && (*date < today + -reach_back_days || today + reach_ahead_days < *date);
}

Needs missing_for(const Canteen& state, const Command& command, Timestamp now) {
    Missing missing(state, now);
    missing.shift(shift_of(command.body));
    std::visit(Gatherer(state, now, missing), command.body);
    return missing.take();
}

}  // namespace canteen
