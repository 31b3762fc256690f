// What may be asked of the canteen. Names are imperatives. Values; any thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "canteen/domain/calendar.h"
#include "canteen/domain/device.h"
#include "canteen/domain/member.h"
#include "canteen/domain/menu.h"
#include "canteen/domain/order.h"
#include "canteen/domain/scheme.h"

namespace canteen {

// An ask: may be refused. With tenders the order is placed and paid in one commit; without, portions and rights are
// held.
struct PlaceOrder {
    OrderDraft order;
    std::vector<Tender> tenders;
    Timestamp answer_by;  // server time; decided later it is refused ask_expired
};
// A fact: what happened at the counter. Never refused for a business reason.
struct RecordSale {
    OrderDraft order;
    std::vector<Tender> tenders;
    Timestamp sold_at;            // the till's clock plus its offset
    bool clock_doubtful = false;  // set by the server's session when sold_at lay outside [last contact, receipt]
};
struct CancelOrder {
    OrderId order;
};
// An ask: takes back all that is left of a paid order, or portions or grams of its lines. The same id twice is one.
struct Refund {
    RefundId id;
    OrderId order;
    std::vector<RefundLine> lines;  // empty: all that is left; of a correction always
    RefundReason reason = RefundReason::guest_asked;
    std::optional<Timestamp> answer_by;  // server time; decided later it is refused ask_expired
};
// Money into a member's account, with a bonus on top.
struct TopUp {
    MemberId member;
    Tender tender;  // what came in: principal
    Fen bonus;      // what the canteen adds
};
// Principal back to its owner, by the tender.
struct PayOut {
    MemberId member;
    Tender tender;
};
// All of an account into another record of the same person.
struct TransferBalance {
    MemberId from;
    MemberId to;
};
// Of which of a member's accounts stored value is taken first.
struct SetDeductOrder {
    std::vector<AccountKind> order;
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
};  // versions are given by decide
struct ImportMembers {
    std::vector<Member> members;
};  // by number; ids of new ones are minted by the importer
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
    bool operator==(const OpeningBalance&) const = default;
};
struct ImportBalances {
    std::vector<OpeningBalance> balances;
};
// Which of a member's meals facts entered since do not bear out.
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

using CommandBody =
    std::variant<PlaceOrder, RecordSale, CancelOrder, MarkLine, MarkTicket, HandOver, AcknowledgeCancelled, SetSoldOut,
                 AddPortions, Tick, ImportMenus, ImportMembers, ImportCalendar, ImportScheme, EnrolDevice, ClaimDevice,
                 RevokeDevice, StartEpoch, FollowClock, NoteUnreadable, Refund, TopUp, PayOut, TransferBalance,
                 SetDeductOrder, ImportBalances, ProposeCorrections>;

struct Command {
    CommandId id;
    CommandBody body;
};

// Who asks. A person stands beside the device once persons log in.
struct Actor {
    DeviceId device;
    Role role = Role::till;
};

// "PlaceOrder"; for journal, permissions and metrics.
std::string_view name_of(const CommandBody& body);

}  // namespace canteen
