#include <stdexcept>

#include "canteen/wire/bytes.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/drawer_wire.h"
#include "canteen/wire/event_wire.h"
#include "canteen/wire/member_wire.h"
#include "canteen/wire/menu_wire.h"
#include "canteen/wire/office_event_wire.h"
#include "canteen/wire/order_wire.h"
#include "canteen/wire/sealed_member.h"
#include "canteen/wire/server_message_wire.h"
#include "canteen/wire/sheet_wire.h"
#include "canteen/wire/site_wire.h"
#include "canteen/wire/staff_wire.h"
#include "canteen/wire/stored_order_wire.h"
#include "canteen/wire/ticket_wire.h"

namespace canteen {
namespace {

// Writes the order's id into a message that names one, and returns the message.
template <class Wire>
Wire& of_order(OrderId order, Wire* wire) {
    wire->set_order_id(bytes_of(order.bytes));
    return *wire;
}

// Fills an event, with one function for each kind. Those of the office are elsewhere.
struct EventWriter {
    v1::Event& wire;
    Seq seq;
    Sealer& sealer;

    void operator()(const OrderHeld& held) const { to_wire(held.order, *wire.mutable_order_held()); }
    void operator()(const OrderPlaced& placed) const { to_wire(placed.order, *wire.mutable_order_placed()); }
    void operator()(const SaleDated& dated) const { to_wire(dated.order, *wire.mutable_sale_dated()); }
    void operator()(const OrderPaid& paid) const {
        auto& body = of_order(paid.order, wire.mutable_order_paid());
        list_to_wire(paid.tenders, body.mutable_tenders());
        body.set_rounding_fen(paid.rounding.value);
        body.set_shift_id(optional_bytes_of(paid.shift));
    }
    void operator()(const SaleConfirmed& sale) const { of_order(sale.order, wire.mutable_sale_confirmed()); }
    void operator()(const TicketOpened& opened) const { to_wire(opened.ticket, *wire.mutable_ticket_opened()); }
    void operator()(const LineMarked& marked) const {
        auto& body = of_order(marked.order, wire.mutable_line_marked());
        body.set_line_index(marked.line_index);
        body.set_done(marked.done);
    }
    void operator()(const TicketMarked& marked) const {
        auto& body = of_order(marked.order, wire.mutable_ticket_marked());
        body.set_ready(marked.ready);
        body.set_at_ms(marked.at.ms);
    }
    void operator()(const OrderHandedOver& done) const {
        of_order(done.order, wire.mutable_order_handed_over()).set_at_ms(done.at.ms);
    }
    void operator()(const OrderCancelled& cancelled) const {
        of_order(cancelled.order, wire.mutable_order_cancelled()).set_at_ms(cancelled.at.ms);
    }
    void operator()(const CancelAcknowledged& seen) const { of_order(seen.order, wire.mutable_cancel_acknowledged()); }
    void operator()(const OrderExpired& expired) const {
        of_order(expired.order, wire.mutable_order_expired()).set_at_ms(expired.at.ms);
    }

    void operator()(const OrderRefunded& refunded) const {
        auto& body = of_order(refunded.order, wire.mutable_order_refunded());
        to_wire(refunded.refund, *body.mutable_refund());
        list_to_wire(refunded.granted, body.mutable_granted());
        list_to_wire(refunded.returned, body.mutable_returned());
    }
    void operator()(const TicketStruck& struck) const {
        list_to_wire(struck.lines, of_order(struck.order, wire.mutable_ticket_struck()).mutable_lines());
    }

    void operator()(const StockMoved& moved) const { to_wire(moved.move, *wire.mutable_stock_moved()); }
    void operator()(const SoldOutSet& set) const {
        auto& body = *wire.mutable_sold_out_set();
        to_wire(set.key.meal, *body.mutable_meal());
        body.set_dish(set.key.dish.value);
        body.set_sold_out(set.sold_out);
        body.set_at_ms(set.at.ms);
    }
    void operator()(const LedgerPosted& posted) const {
        auto& body = of_order(posted.order, wire.mutable_ledger_posted());
        list_to_wire(posted.postings, body.mutable_postings());
        body.set_reference(posted.reference);
        body.set_shift_id(optional_bytes_of(posted.shift));
    }
    void operator()(const RightUsed& used) const {
        to_wire(used.right, *of_order(used.order, wire.mutable_right_used()).mutable_right());
    }
    void operator()(const RightFreed& freed) const {
        to_wire(freed.right, *of_order(freed.order, wire.mutable_right_freed()).mutable_right());
    }
    void operator()(const RightDisputed& disputed) const {
        to_wire(disputed.key, *of_order(disputed.order, wire.mutable_right_disputed()).mutable_key());
    }
    void operator()(const ExceptionListed& listed) const {
        to_wire(listed.exception, *wire.mutable_exception_listed());
    }

    void operator()(const MenuPublished& published) const { to_wire(published.menu, *wire.mutable_menu_published()); }
    void operator()(const MemberRecorded& recorded) const {
        auto& body = *wire.mutable_member_recorded();
        body.set_member_id(bytes_of(recorded.member.id.bytes));
        body.set_sealed_member(seal_member(recorded.member, seq, sealer));
    }
    void operator()(const StaffRecorded& recorded) const { to_wire(recorded, seq, sealer, wire); }
    void operator()(const DeductOrderSet& set) const {
        enums_to_wire(set.order, wire.mutable_deduct_order_set()->mutable_order());
    }
    void operator()(const CalendarSet& set) const { to_wire(set.calendar, *wire.mutable_calendar_set()); }
    void operator()(const SchemePublished& published) const {
        if (published.scheme.text.empty()) throw std::invalid_argument("a scheme without its text cannot be kept");
        wire.mutable_scheme_published()->set_text(published.scheme.text);
        wire.mutable_scheme_published()->set_priority(published.priority);
    }
    void operator()(const DeviceEnrolled& enrolled) const { to_wire(enrolled.device, *wire.mutable_device_enrolled()); }
    void operator()(const DeviceClaimed& claimed) const {
        wire.mutable_device_claimed()->set_device_id(bytes_of(claimed.device.bytes));
        if (claimed.public_key != PublicKey{})
            wire.mutable_device_claimed()->set_public_key(bytes_of(claimed.public_key));
    }
    void operator()(const DeviceRevoked& revoked) const {
        wire.mutable_device_revoked()->set_device_id(bytes_of(revoked.device.bytes));
    }
    void operator()(const EpochStarted& started) const { wire.mutable_epoch_started()->set_epoch(started.epoch); }
    void operator()(const ClockFollowed& followed) const {
        wire.mutable_clock_followed()->set_from_ms(followed.from.ms);
        wire.mutable_clock_followed()->set_to_ms(followed.to.ms);
    }
    void operator()(const UnreadableNoted& noted) const { wire.mutable_unreadable_noted()->set_why(noted.why); }
    template <class OfOffice>
    void operator()(const OfOffice& event) const {
        to_wire(event, wire);
    }
};

}  // namespace

void to_wire(const Event& event, Seq seq, Sealer& sealer, v1::Event& wire) {
    std::visit(EventWriter{wire, seq, sealer}, event);
}

}  // namespace canteen
