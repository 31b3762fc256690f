#include "canteen/storage/tables/projection.h"

namespace canteen {

// Projects one event of one row.
class Projection::Step {
public:
    Step(Projection& to, const JournalRow& row, std::size_t place) : to_(to), row_(row), place_(place) {}

    void operator()(const OrderHeld& e) { place(e.order, e); }
    void operator()(const OrderPlaced& e) { place(e.order, e); }
    void operator()(const SaleDated& e) { change(e.order.draft.id, e); }
    void operator()(const OrderPaid& e) { change(e.order, e); }
    void operator()(const TicketOpened& e) { change(e.ticket.order, e); }
    void operator()(const LineMarked& e) { change(e.order, e); }
    void operator()(const TicketMarked& e) { change(e.order, e); }
    void operator()(const OrderHandedOver& e) { change(e.order, e); }
    void operator()(const OrderCancelled& e) { change(e.order, e); }
    void operator()(const CancelAcknowledged& e) { change(e.order, e); }
    void operator()(const OrderExpired& e) { change(e.order, e); }

    void operator()(const OrderRefunded& e) {
        change(e.order, e);
        to_.refunds.note(row_.seq, e);
    }
    void operator()(const TicketStruck& e) { change(e.order, e); }

    void operator()(const StockMoved& e) { to_.stock.move(e.move); }
    void operator()(const SoldOutSet& e) {
        to_.stock.set_sold_out(e.key, e.sold_out ? std::optional(e.at) : std::nullopt);
    }
    void operator()(const LedgerPosted& e) {
        to_.ledger.post(row_.seq, place_, e.order, e.postings);
        if (!e.shift.is_nil()) to_.shifts.post(e.shift, e.postings);
        if (!e.order.is_nil()) change(e.order, e);
    }
    void operator()(const RightUsed& e) {
        to_.rights.use(e.order, e.right);
        if (!e.order.is_nil()) change(e.order, e);
    }
    void operator()(const RightFreed& e) {
        to_.rights.free(e.order, e.right);
        change(e.order, e);
    }
    void operator()(const RightDisputed& e) { to_.rights.dispute(row_.seq, place_, e.order, e.key); }
    void operator()(const ExceptionListed& e) { to_.answers.list(row_.seq, place_, e.exception); }

    void operator()(const MenuPublished& e) { to_.menus.publish(e.menu); }
    void operator()(const MemberRecorded& e) { to_.members.record(e.member, row_.seq); }
    void operator()(const DeductOrderSet& e) { to_.site.set_deduct_order(e.order); }
    void operator()(const CalendarSet& e) { to_.site.set_calendar(e.calendar); }
    void operator()(const SchemePublished& e) { to_.site.publish_scheme(e, row_.seq); }
    void operator()(const DeviceEnrolled& e) { to_.site.enrol(e.device); }
    void operator()(const DeviceClaimed& e) { to_.site.claim(e); }
    void operator()(const DeviceRevoked& e) { to_.site.revoke(e.device); }
    void operator()(const EpochStarted& e) { to_.site.start_epoch(e.epoch); }

    void operator()(const MemberErased& e) { to_.members.erase(e.member); }
    void operator()(const EmployerSet& e) { to_.employers.set(e.employer); }
    void operator()(const PointsRuleSet& e) { to_.points.set_rule(e.rule); }
    void operator()(const HoursRecorded& e) { to_.points.record(row_.seq, place_, e.hours); }
    void operator()(const PointsPosted& e) {
        to_.points.post(row_.seq, place_, e.order, e.postings);
        if (!e.order.is_nil()) change(e.order, e);
    }
    void operator()(const ClaimDrafted& e) { to_.claims.change(e); }
    void operator()(const ClaimDropped& e) { to_.claims.change(e); }
    void operator()(const FindingAnswered& e) { to_.claims.change(e); }
    void operator()(const ClaimSubmitted& e) { to_.claims.change(e); }
    void operator()(const ClaimLineRejected& e) { to_.claims.change(e); }
    void operator()(const ClaimPaymentReceived& e) { to_.claims.change(e); }
    void operator()(const FactStated& e) { to_.shifts.state(e.fact, row_.seq); }
    void operator()(const ShiftOpened& e) { to_.shifts.open(e.shift); }
    void operator()(const ShiftClosed& e) { to_.shifts.close(e); }
    void operator()(const DrawerMoved& e) { to_.shifts.move(e.move); }
    void operator()(const StaffRecorded& e) { to_.staff.record(e.staff, row_.seq); }
    void operator()(const StaffEnded& e) { to_.staff.end(e.staff); }
    void operator()(const StaffUnlocked& e) { to_.staff.unlock(e.staff, e.at); }
    void operator()(const StaffPinSet& e) { to_.staff.note_pin(e.staff, e.at); }
    void operator()(const PartnerAgreementSet& e) { to_.partners.set(e.agreement); }
    void operator()(const PartnerCostRecorded& e) { to_.partners.record(row_.seq, place_, e.cost); }

    // Changes no table: what a merge moves has events of its own.
    void operator()(const MembersMerged&) {}
    void operator()(const SaleConfirmed&) {}
    void operator()(const ClockFollowed&) {}
    void operator()(const UnreadableNoted&) {}

private:
    template <class E>
    void place(const Order& order, const E& e) {
        to_.cache_.place(order, e);
        to_.answers.note_pickup(row_.actor.device, {order.draft.meal.date, order.draft.pickup});
    }
    template <class E>
    void change(OrderId id, const E& e) {
        to_.cache_.change(id, e);
    }

    Projection& to_;
    const JournalRow& row_;
    std::size_t place_;
};

void Projection::add(const JournalRow& row) {
    days.note(row.seq, row.time);
    answers.commit(row);
    for (std::size_t place = 0; place < row.events.size(); ++place)
        std::visit(Step(*this, row, place), row.events[place]);
}

void Projection::flush() {
    cache_.flush();
    refunds.flush();
    stock.flush();
    ledger.flush();
    answers.flush();
    members.flush();
    points.flush();
    claims.flush();
    shifts.flush();
}

void Projection::clear() {
    cache_.clear();
    refunds.clear();
    stock.clear();
    ledger.clear();
    answers.clear();
    members.clear();
    points.clear();
    claims.clear();
    shifts.clear();
    days.clear();
}

}  // namespace canteen
