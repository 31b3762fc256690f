#include "canteen/wire/common_wire.h"
#include "canteen/wire/drawer_wire.h"
#include "canteen/wire/event_wire.h"
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

// Reads events that say only that something happened to an order, and when.
template <class Moment>
Moment moment_from(const v1::OrderMoment& wire, const Path& at) {
    return {order_of(wire, at), instant_from(wire.at_ms(), at / "at_ms")};
}

// Reads RightUsed and RightFreed.
template <class RightEvent>
RightEvent right_event_from(const v1::OrderRight& wire, const Path& at) {
    return {order_of(wire, at), from_wire(wire.right(), at / "right")};
}

OrderPaid paid_from(const v1::OrderPaid& wire, const Path& at) {
    return {order_of(wire, at), list_from_wire(wire.tenders(), max_own_items, at / "tenders"), Fen{wire.rounding_fen()},
            optional_id_from<ShiftId>(wire.shift_id(), at / "shift_id")};
}

LineMarked line_marked_from(const v1::LineMarked& wire, const Path& at) {
    return {order_of(wire, at), wire.line_index(), wire.done()};
}

TicketMarked ticket_marked_from(const v1::TicketMarked& wire, const Path& at) {
    return {order_of(wire, at), wire.ready(), instant_from(wire.at_ms(), at / "at_ms")};
}

OrderRefunded refunded_from(const v1::OrderRefunded& wire, const Path& at) {
    return {order_of(wire, at), from_wire(wire.refund(), at / "refund"),
            list_from_wire(wire.granted(), max_own_items, at / "granted"),
            list_from_wire(wire.returned(), max_own_items, at / "returned")};
}

TicketStruck struck_from(const v1::TicketStruck& wire, const Path& at) {
    return {order_of(wire, at), list_from_wire(wire.lines(), max_own_items, at / "lines")};
}

SoldOutSet sold_out_from(const v1::SoldOutSet& wire, const Path& at) {
    return {{from_wire(wire.meal(), at / "meal"), DishId{wire.dish()}},
            wire.sold_out(),
            instant_from(wire.at_ms(), at / "at_ms")};
}

LedgerPosted posted_from(const v1::LedgerPosted& wire, const Path& at) {
    return {order_of(wire, at), list_from_wire(wire.postings(), max_own_items, at / "postings"), wire.reference(),
            optional_id_from<ShiftId>(wire.shift_id(), at / "shift_id")};
}

RightDisputed disputed_from(const v1::RightDisputed& wire, const Path& at) {
    return {order_of(wire, at), from_wire(wire.key(), at / "key")};
}

MemberRecorded member_recorded_from(const v1::MemberRecorded& wire, Seq seq, const Sealer& sealer, const Path& at) {
    const auto id = id_from<MemberId>(wire.member_id(), at / "member_id");
    return {unseal_member(id, wire.sealed_member(), seq, sealer, at / "sealed_member")};
}

DeviceClaimed claimed_from(const v1::DeviceClaimed& wire, const Path& at) {
    return {id_from<DeviceId>(wire.device_id(), at / "device_id"),
            optional_array_from<std::tuple_size_v<PublicKey>>(wire.public_key(), at / "public_key")};
}

ClockFollowed followed_from(const v1::ClockFollowed& wire, const Path& at) {
    return {instant_from(wire.from_ms(), at / "from_ms"), instant_from(wire.to_ms(), at / "to_ms")};
}

using Kind = v1::Event::EventCase;

// Reads the events of an order's life; returns nothing for any other.
std::optional<Event> order_event_from(const v1::Event& wire, const Path& at) {
    switch (wire.event_case()) {
        case Kind::kOrderHeld:
            return OrderHeld{from_wire(wire.order_held(), at)};
        case Kind::kOrderPlaced:
            return OrderPlaced{from_wire(wire.order_placed(), at)};
        case Kind::kSaleDated:
            return SaleDated{from_wire(wire.sale_dated(), at)};
        case Kind::kOrderPaid:
            return paid_from(wire.order_paid(), at);
        case Kind::kSaleConfirmed:
            return SaleConfirmed{order_of(wire.sale_confirmed(), at)};
        case Kind::kTicketOpened:
            return TicketOpened{from_wire(wire.ticket_opened(), at)};
        case Kind::kLineMarked:
            return line_marked_from(wire.line_marked(), at);
        case Kind::kTicketMarked:
            return ticket_marked_from(wire.ticket_marked(), at);
        case Kind::kOrderHandedOver:
            return moment_from<OrderHandedOver>(wire.order_handed_over(), at);
        case Kind::kOrderCancelled:
            return moment_from<OrderCancelled>(wire.order_cancelled(), at);
        case Kind::kCancelAcknowledged:
            return CancelAcknowledged{order_of(wire.cancel_acknowledged(), at)};
        case Kind::kOrderExpired:
            return moment_from<OrderExpired>(wire.order_expired(), at);
        case Kind::kOrderRefunded:
            return refunded_from(wire.order_refunded(), at);
        case Kind::kTicketStruck:
            return struck_from(wire.ticket_struck(), at);
        default:
            return std::nullopt;
    }
}

// Reads events of stock, money and rights; returns nothing for any other.
std::optional<Event> booking_event_from(const v1::Event& wire, const Path& at) {
    switch (wire.event_case()) {
        case Kind::kStockMoved:
            return StockMoved{from_wire(wire.stock_moved(), at)};
        case Kind::kSoldOutSet:
            return sold_out_from(wire.sold_out_set(), at);
        case Kind::kLedgerPosted:
            return posted_from(wire.ledger_posted(), at);
        case Kind::kRightUsed:
            return right_event_from<RightUsed>(wire.right_used(), at);
        case Kind::kRightFreed:
            return right_event_from<RightFreed>(wire.right_freed(), at);
        case Kind::kRightDisputed:
            return disputed_from(wire.right_disputed(), at);
        case Kind::kExceptionListed:
            return ExceptionListed{from_wire(wire.exception_listed(), at)};
        default:
            return std::nullopt;
    }
}

// Reads events that concern the whole site; returns nothing for any other.
std::optional<Event> site_event_from(const v1::Event& wire, Seq seq, const Sealer& sealer, const Path& at) {
    switch (wire.event_case()) {
        case Kind::kMenuPublished:
            return MenuPublished{from_wire(wire.menu_published(), at)};
        case Kind::kMemberRecorded:
            return member_recorded_from(wire.member_recorded(), seq, sealer, at);
        case Kind::kDeductOrderSet:
            return DeductOrderSet{account_kinds_from(wire.deduct_order_set(), at)};
        case Kind::kCalendarSet:
            return CalendarSet{from_wire(wire.calendar_set(), at)};
        case Kind::kSchemePublished: {
            const auto& published = wire.scheme_published();
            return SchemePublished{scheme_from(published.text(), at / "text"), published.priority()};
        }
        case Kind::kDeviceEnrolled:
            return DeviceEnrolled{from_wire(wire.device_enrolled(), at)};
        case Kind::kDeviceClaimed:
            return claimed_from(wire.device_claimed(), at);
        case Kind::kDeviceRevoked:
            return DeviceRevoked{id_from<DeviceId>(wire.device_revoked().device_id(), at / "device_id")};
        case Kind::kEpochStarted:
            return EpochStarted{wire.epoch_started().epoch()};
        case Kind::kClockFollowed:
            return followed_from(wire.clock_followed(), at);
        case Kind::kUnreadableNoted:
            return UnreadableNoted{text_from(wire.unreadable_noted().why(), max_own_text_bytes, at / "why")};
        default:
            return std::nullopt;
    }
}

}  // namespace

Event from_wire(const v1::Event& wire, Seq seq, const Sealer& sealer, const Path& at) {
    if (auto event = order_event_from(wire, at)) return *std::move(event);
    if (auto event = booking_event_from(wire, at)) return *std::move(event);
    if (auto event = site_event_from(wire, seq, sealer, at)) return *std::move(event);
    if (auto event = drawer_event_from(wire, at)) return *std::move(event);
    if (auto event = staff_event_from(wire, seq, sealer, at)) return *std::move(event);
    if (auto event = office_event_from(wire, at)) return *std::move(event);
    throw Unreadable(at, "is of no known kind");
}

}  // namespace canteen
