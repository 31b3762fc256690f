// What happened, in past tense; feeds memory, disk and screens alike. Values; any thread.
//
// OrderHeld and OrderPlaced carry the whole order but for its rights and postings: these follow as RightUsed and
// LedgerPosted. OrderPlaced of an order that expired replaces it: its sale was stated later.
#pragma once

#include <variant>
#include <vector>

#include "canteen/domain/command.h"
#include "canteen/domain/exception.h"

namespace canteen {

struct OrderHeld {
    Order order;
};
struct OrderPlaced {
    Order order;
};  // also of a statement; paid or not stands in it
struct OrderPaid {
    OrderId order;
    std::vector<Tender> tenders;
    Fen rounding;
};  // a hold that was paid: now placed, its held stock sold
struct SaleConfirmed {
    OrderId order;
};  // a statement of what was already placed and paid
struct TicketOpened {
    Ticket ticket;
};  // of a hold that was paid
struct LineMarked {
    OrderId order;
    std::uint32_t line_index = 0;
    bool done = true;
};
struct TicketMarked {
    OrderId order;
    bool ready = true;
    Timestamp at;
};
struct OrderHandedOver {
    OrderId order;
    Timestamp at;
};
struct OrderCancelled {
    OrderId order;
    Timestamp at;
};
struct CancelAcknowledged {
    OrderId order;
};
struct OrderExpired {
    OrderId order;
    Timestamp at;
};

struct StockMoved {
    StockMove move;
};
struct SoldOutSet {
    StockKey key;
    bool sold_out = true;
    Timestamp at;
};
struct LedgerPosted {
    OrderId order;
    std::vector<Posting> postings;
};
struct RightUsed {
    OrderId order;
    UsedRight right;
};
struct RightFreed {
    OrderId order;
    UsedRight right;
};
struct RightDisputed {
    OrderId order;
    UseKey key;
};  // a use that found none left
struct ExceptionListed {
    Exception exception;
};

struct MenuPublished {
    Menu menu;
};
struct MemberRecorded {
    Member member;
};
struct CalendarSet {
    Calendar calendar;
};
struct SchemePublished {
    Scheme scheme;
    std::uint32_t priority = 0;
};
struct DeviceEnrolled {
    Device device;
};
struct DeviceClaimed {
    DeviceId device;
    PublicKey public_key{};
};
struct DeviceRevoked {
    DeviceId device;
};
struct EpochStarted {
    Epoch epoch = 0;
};
struct ClockFollowed {
    Timestamp from;
    Timestamp to;
};
struct UnreadableNoted {
    std::string why;
};

using Event = std::variant<OrderHeld, OrderPlaced, OrderPaid, SaleConfirmed, TicketOpened, LineMarked, TicketMarked,
                           OrderHandedOver, OrderCancelled, CancelAcknowledged, OrderExpired, StockMoved, SoldOutSet,
                           LedgerPosted, RightUsed, RightFreed, RightDisputed, ExceptionListed, MenuPublished,
                           MemberRecorded, CalendarSet, SchemePublished, DeviceEnrolled, DeviceClaimed, DeviceRevoked,
                           EpochStarted, ClockFollowed, UnreadableNoted>;

using Events = std::vector<Event>;

}  // namespace canteen
