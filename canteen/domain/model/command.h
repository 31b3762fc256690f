// Commands: all that may be asked of the canteen. Names are imperatives. Values; any thread.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "canteen/domain/base/kinds.h"
#include "canteen/domain/model/calendar.h"
#include "canteen/domain/model/claim.h"
#include "canteen/domain/model/device.h"
#include "canteen/domain/model/employer.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/menu.h"
#include "canteen/domain/model/order.h"
#include "canteen/domain/model/partner.h"
#include "canteen/domain/model/person.h"
#include "canteen/domain/model/points.h"
#include "canteen/domain/model/scheme.h"
#include "canteen/domain/model/shift.h"
#include "canteen/domain/model/staff.h"

namespace canteen {

// An ask: may be refused. With tenders the order is placed and paid in one commit; without, portions and rights are
// held.
struct PlaceOrder {
    OrderDraft order;
    std::vector<Tender> tenders;
    Timestamp answer_by;        // server time; decided later it is refused ask_expired
    ShiftId shift{};            // of the till, here and below; nil: none is open
    bool kitchen_told = false;  // by a slip: its ticket is only handed out, so that nothing is cooked twice
};
// A sale that was undone at the counter before the server was known to have it.
struct SaleUndone {
    Timestamp at;  // the till's clock plus its offset
    RefundReason reason = RefundReason::wrong_entry;
    bool operator==(const SaleUndone&) const = default;
};
// A fact: what happened at the counter. Never refused for a business reason.
struct RecordSale {
    OrderDraft order;
    std::vector<Tender> tenders;
    Timestamp sold_at;            // the till's clock plus its offset
    bool clock_doubtful = false;  // set by the server's session: sold_at was not believed and is the receipt's
    std::optional<SaleUndone> taken_back{};  // the till took it back before it knew that the server has it
    Timestamp said_at{};                     // set beside clock_doubtful: what the till said
    ShiftId shift{};
    bool kitchen_told = false;  // as of an ask
};
struct CancelOrder {
    OrderId order;
    ShiftId shift{};
};
// An ask: takes back all that is left of a paid order, or portions or grams of its lines. The same id twice is one.
struct Refund {
    RefundId id;
    OrderId order;
    std::vector<RefundLine> lines;  // empty: all that is left; of a correction always
    RefundReason reason = RefundReason::guest_asked;
    std::optional<Timestamp> answer_by;  // server time; decided later it is refused ask_expired
    ShiftId shift{};
};
// Money into a member's account, with a bonus on top. Of a till a fact: the money is in its drawer.
struct TopUp {
    MemberId member;
    Tender tender;                        // what came in: principal
    Fen bonus;                            // what the canteen adds
    FactId id{};                          // the same twice is one, whatever device states it; nil: the office's
    std::optional<Timestamp> taken_at{};  // set: a fact; the till's clock plus its offset
    ShiftId shift{};
};
// Principal back to its owner, by the tender. An ask, of a till too: only the server knows what is there.
struct PayOut {
    MemberId member;
    Tender tender;
    FactId id{};                           // as of a top-up
    std::optional<Timestamp> answer_by{};  // server time; decided later it is refused ask_expired
    ShiftId shift{};
};
// A fact: a shift begins with what was counted in the drawer.
struct OpenShift {
    ShiftId id;
    StaffId cashier;  // nil: a house without staff
    CashCount counted;
    Timestamp at;  // the till's clock plus its offset, here and below
};
struct NextShift {
    ShiftId id;
    StaffId cashier;
};
// A fact: a shift ends with a count. `next`: the drawer is handed over, and another begins with the same count.
struct CloseShift {
    ShiftId id;
    CashCount counted;
    Fen expected;                   // as the till knew it
    std::uint32_t open_orders = 0;  // carried over
    Timestamp at;
    std::optional<NextShift> next{};
};
// A fact: money went into the drawer or out of it, or it was opened without a sale.
struct MoveDrawer {
    FactId id;  // the same twice is one, whatever device states it
    ShiftId shift;
    DrawerMoveKind kind = DrawerMoveKind::no_sale;
    Fen fen;
    std::string reason;
    Timestamp at;
};
// A record of staff, new or changed; a PIN and its locks stay.
struct PutStaff {
    StaffMember staff;
};
// They may log in nowhere any more.
struct EndStaff {
    StaffId staff;
};
// Wrong tries of before count no more, at any till.
struct UnlockStaff {
    StaffId staff;
};
// The server's own: a PIN was set; its verifier is kept beside the journal.
struct NoteStaffPin {
    StaffId staff;
};
// All of an account into another record of the same person.
struct TransferBalance {
    MemberId from;
    MemberId to;
};
// Says from which of a member's accounts stored value is taken first.
struct SetDeductOrder {
    std::vector<AccountKind> order;
};
// A member's whole record, new or changed. Applications, the approvals that follow from them, and cards have commands
// of their own: those in `member` are not looked at.
struct PutMember {
    Member member;  // revision: as the editor saw it, 0 of a new one
};
// The next step of a member's application for a scheme; `submitted` begins one.
struct ReviewApplication {
    MemberId member;
    std::string scheme;
    Reviewed step;
    DateRange valid;  // of an approval
};
struct IssueCard {
    MemberId member;
    std::string card;
    std::string replaces;  // an active or lost card of the member; "": a further one
};
struct ReportCardLost {
    MemberId member;
    std::string card;
};
// Destroys what is known of the person; bookings stay, without a name.
struct EraseMember {
    MemberId member;
};
// Two records of one person become one: `merged` gives all it has to `kept` and gets nothing more.
struct MergeMembers {
    MemberId kept;
    MemberId merged;
    std::uint32_t kept_revision = 0;  // of both, as the editor saw them
    std::uint32_t merged_revision = 0;
};
struct SetEmployer {
    Employer employer;
};
// An employer pays for allowances (AccountKind::allowance) or for its account (AccountKind::employer).
struct ReceiveFromEmployer {
    std::string employer;
    AccountKind account = AccountKind::employer;
    Tender tender;
};
struct SetPointsRule {
    PointsRule rule;
};
struct RecordHours {
    VolunteerHours hours;
};
struct SubmitClaim {
    ClaimId claim;
};
struct DropClaim {
    ClaimId claim;
};  // a draft
struct AnswerFinding {
    ClaimId claim;
    std::uint32_t number = 0;
    std::string answer;
};
struct RejectClaimLine {
    ClaimId claim;
    OrderId order;
    std::string reason;
    bool borne = false;  // by the canteen; else the next claim asks again
};
struct ReceiveClaimPayment {
    ClaimId claim;
    Tender tender;
    bool last = false;  // nothing more is awaited for it
};
struct SetPartnerAgreement {
    PartnerAgreement agreement;
};
struct RecordPartnerCost {
    PartnerCost cost;
};
// Says to which meal a sale belongs whose day could not be believed.
struct DateSale {
    OrderId order;
    Meal meal;
};
// The owner pays after all what an account was short of, or the canteen gives it up.
struct SettleShort {
    OrderId order;
    std::optional<Tender> tender;  // all that is short; absent: given up
};
struct MarkLine {
    OrderId order;
    std::uint32_t line_index = 0;
    bool done = true;
};
struct MarkTicket {
    OrderId order;
    bool ready = true;
};  // not ready: undo, recall
struct HandOver {
    OrderId order;
};
struct AcknowledgeCancelled {
    OrderId order;
};
struct SetSoldOut {
    StockKey key;
    bool sold_out = true;
};
struct AddPortions {
    StockKey key;
    StockMoveKind kind = StockMoveKind::restocked;
    std::uint32_t amount = 0;
};  // restocked, found, wasted
// The server's own.
struct Tick {};
struct ImportMenus {
    std::vector<Menu> menus;
    std::set<StockKey> unplanned{};  // the file does not say how many portions: they stay as they are
};  // versions are given by decide
// A part of a member's record that a file may leave unsaid.
enum class MemberPart : std::uint8_t {
    id_number = 1,
    phone = 2,
    hukou = 3,
    residence = 4,
    tags = 5,
    evidence = 6,
    approvals = 7,
    stays = 8,
    employments = 9,
    allergens = 10,
    diet = 11,
    died = 12
};
// Cards in `members` are issued; no card is taken away. Carers and applications of known members stay.
struct ImportMembers {
    std::vector<Member> members;
    std::set<MemberPart> unsaid{};              // the file does not speak of: stays as it is known
    std::set<std::string> without_id_number{};  // of these members the file lost the ID number: what is known stays
};  // by number; ids of new ones are minted by the importer
// The years it names are replaced, others stay.
struct ImportCalendar {
    Calendar calendar;
};
struct ImportScheme {
    Scheme scheme;
    std::optional<std::uint32_t> priority;  // absent: that of the scheme it replaces, or 0
};
struct OpeningBalance {
    MemberId member;     // nil: no member has the number
    std::string number;  // as in the file
    Fen principal;
    Fen bonus;
    std::uint32_t points = 0;
    bool operator==(const OpeningBalance&) const = default;
};
struct ImportBalances {
    std::vector<OpeningBalance> balances;
};
// Rights used up elsewhere before this system: a count of meals, or fen.
struct OpeningUse {
    UseKey key;          // member nil: no member has the number
    std::string number;  // as in the file
    std::int64_t used = 0;
    bool operator==(const OpeningUse&) const = default;
};
struct ImportUses {
    std::vector<OpeningUse> uses;
};
// As computed from the journal, findings without answers. Replaces a draft of the same payer and period.
struct DraftClaim {
    Claim claim;
    std::size_t handed_in = 0;  // claims on the payer that were handed in by the row it was computed as of
};
// Lists which of a member's meals are not borne out by facts entered since.
struct ProposeCorrections {
    MemberId member;
    std::vector<OrderId> orders;
};
struct EnrolDevice {
    Device device;
};
struct ClaimDevice {
    DeviceId device;
    PublicKey public_key{};
};
struct RevokeDevice {
    DeviceId device;
};
struct StartEpoch {
    Epoch epoch = 0;
};
struct FollowClock {
    Timestamp from;
    Timestamp to;
};  // the host's clock jumped back by more than it is held for
struct NoteUnreadable {
    std::string why;
};  // an entry of a till that could not be read

using CommandKinds =
    std::variant<PlaceOrder, RecordSale, CancelOrder, MarkLine, MarkTicket, HandOver, AcknowledgeCancelled, SetSoldOut,
                 AddPortions, Tick, ImportMenus, ImportMembers, ImportCalendar, ImportScheme, EnrolDevice, ClaimDevice,
                 RevokeDevice, StartEpoch, FollowClock, NoteUnreadable, Refund, TopUp, PayOut, TransferBalance,
                 SetDeductOrder, ImportBalances, ProposeCorrections, PutMember, ReviewApplication, IssueCard,
                 ReportCardLost, EraseMember, SetEmployer, ReceiveFromEmployer, SetPointsRule, RecordHours, SubmitClaim,
                 DropClaim, AnswerFinding, RejectClaimLine, ReceiveClaimPayment, SetPartnerAgreement, RecordPartnerCost,
                 ImportUses, DraftClaim, DateSale, SettleShort, MergeMembers, OpenShift, CloseShift, MoveDrawer,
                 PutStaff, EndStaff, UnlockStaff, NoteStaffPin>;

struct CommandBody : CommandKinds {
    CommandBody();
    template <KindOf<CommandKinds> Kind>
    CommandBody(Kind kind) : variant(std::in_place_type<Kind>, std::move(kind)) {}
    CommandBody(const CommandBody&);
    CommandBody(CommandBody&&) noexcept;
    CommandBody& operator=(const CommandBody&);
    CommandBody& operator=(CommandBody&&) noexcept;
    ~CommandBody();
};

struct Command {
    CommandId id;
    CommandBody body;
    std::optional<Person> person{};  // who is logged in where it was given
};

// The device that asks, and the person if one is known.
struct Actor {
    DeviceId device;
    Role role = Role::till;
    std::optional<Person> person{};  // nothing: only the device is known
};

// "PlaceOrder"; for journal, permissions and metrics.
std::string_view name_of(const CommandBody& body);

}  // namespace canteen
