// Events: facts that happened, in past tense; they feed memory, disk and screens alike. Values; any thread.
//
// OrderHeld and OrderPlaced carry the whole order but for its rights, postings and points: these follow as RightUsed,
// LedgerPosted and PointsPosted. OrderPlaced of an order that expired replaces it: its sale was stated later.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "canteen/domain/base/kinds.h"
#include "canteen/domain/model/command.h"
#include "canteen/domain/model/exception.h"

namespace canteen {

struct OrderHeld {
    Order order;
};
struct OrderPlaced {
    Order order;
};  // also of a statement; paid or not stands in it
// The day of a doubtful sale was said: `order` replaces what was known of it, with the postings and points it has.
struct SaleDated {
    Order order;
};
struct OrderPaid {
    OrderId order;
    std::vector<Tender> tenders;
    Fen rounding;
    ShiftId shift{};  // in which it was paid
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

// refund.left holds what the guest keeps; its rights and postings follow as RightFreed, RightUsed and LedgerPosted.
struct OrderRefunded {
    OrderId order;
    Refunded refund;
    std::vector<Share> granted;       // what payers bear of what is left
    std::vector<StockMove> returned;  // what the order no longer takes of stock
};
// The rest of a line of a ticket; 0: it is not to be cooked any more.
struct StruckLine {
    std::uint32_t index = 0;
    std::uint32_t quantity = 0;
    std::string note;
    bool operator==(const StruckLine&) const = default;
};
struct TicketStruck {
    OrderId order;
    std::vector<StruckLine> lines;
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
    OrderId order;  // nil: of no order, such as a top-up
    std::vector<Posting> postings;
    std::string reference{};  // of the payment channel, of money that came or went without an order
    ShiftId shift{};          // in which it was booked; nil: in none
};
struct RightUsed {
    OrderId order;  // nil: before this system
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

struct DeductOrderSet {
    std::vector<AccountKind> order;
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

struct MemberErased {
    MemberId member;
    Timestamp at;
};  // the person's data key is destroyed in the same commit
// MemberRecorded of both, LedgerPosted and PointsPosted follow with all that moved. Rights stay under the record that
// used them, and count for the kept one.
struct MembersMerged {
    MemberId kept;
    MemberId merged;
    Timestamp at;
};
// The fact is booked: it is never booked again.
struct FactStated {
    FactId fact;
};
struct ShiftOpened {
    Shift shift;
};
// The drawer was counted, whatever was there of the shift; LedgerPosted follows with the difference.
struct ShiftClosed {
    ShiftId shift;
    DeviceId till;
    ShiftClosing closing;
};
struct DrawerMoved {
    DrawerMove move;
};
struct StaffRecorded {
    StaffMember staff;  // but for what the following events say
};
struct StaffEnded {
    StaffId staff;
    Timestamp at;
};  // the PIN's verifier is deleted in the same commit
struct StaffUnlocked {
    StaffId staff;
    Timestamp at;
};
struct StaffPinSet {
    StaffId staff;
    Timestamp at;
};
struct EmployerSet {
    Employer employer;
};
struct PointsRuleSet {
    PointsRule rule;
};
struct HoursRecorded {
    VolunteerHours hours;
};
struct PointsPosted {
    OrderId order;  // nil: of no order
    std::vector<PointsPosting> postings;
};
struct ClaimDrafted {
    Claim claim;
};
struct ClaimDropped {
    ClaimId claim;
};
struct FindingAnswered {
    ClaimId claim;
    std::uint32_t number = 0;
    std::string answer;
};
struct ClaimSubmitted {
    ClaimId claim;
};
struct ClaimLineRejected {
    ClaimId claim;
    RejectedLine line;
};
struct ClaimPaymentReceived {
    ClaimId claim;
    Tender tender;
    bool last = false;
};
struct PartnerAgreementSet {
    PartnerAgreement agreement;
};
struct PartnerCostRecorded {
    PartnerCost cost;
};

using EventKinds =
    std::variant<OrderHeld, OrderPlaced, OrderPaid, SaleConfirmed, TicketOpened, LineMarked, TicketMarked,
                 OrderHandedOver, OrderCancelled, CancelAcknowledged, OrderExpired, StockMoved, SoldOutSet,
                 LedgerPosted, RightUsed, RightFreed, RightDisputed, ExceptionListed, MenuPublished, MemberRecorded,
                 CalendarSet, SchemePublished, DeviceEnrolled, DeviceClaimed, DeviceRevoked, EpochStarted,
                 ClockFollowed, UnreadableNoted, OrderRefunded, TicketStruck, DeductOrderSet, MemberErased, EmployerSet,
                 PointsRuleSet, HoursRecorded, PointsPosted, ClaimDrafted, ClaimDropped, FindingAnswered,
                 ClaimSubmitted, ClaimLineRejected, ClaimPaymentReceived, PartnerAgreementSet, PartnerCostRecorded,
                 SaleDated, MembersMerged, FactStated, ShiftOpened, ShiftClosed, DrawerMoved, StaffRecorded, StaffEnded,
                 StaffUnlocked, StaffPinSet>;

struct Event : EventKinds {
    Event();
    template <KindOf<EventKinds> Kind>
    Event(Kind kind) : variant(std::in_place_type<Kind>, std::move(kind)) {}
    Event(const Event&);
    Event(Event&&) noexcept;
    Event& operator=(const Event&);
    Event& operator=(Event&&) noexcept;
    ~Event();
};

using Events = std::vector<Event>;

}  // namespace canteen
