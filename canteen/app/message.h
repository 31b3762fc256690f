// Messages between a client and its session, free of any encoding; wire/ turns them into bytes and back. Values. Shared
// by the server and the till.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "canteen/app/query.h"
#include "canteen/app/till_state.h"
#include "canteen/crypto/sign.h"
#include "canteen/domain/model/command.h"
#include "canteen/domain/model/exception.h"
#include "canteen/domain/model/rejection.h"
#include "canteen/domain/model/right_sheet.h"
#include "canteen/domain/model/shift.h"
#include "canteen/domain/model/site.h"
#include "canteen/domain/model/staff.h"
#include "canteen/domain/model/ticket.h"

namespace canteen {

// Raised by whoever adds a kind, an enum value or a sheet's term. The server speaks the last ones.
inline constexpr std::uint32_t protocol_version = 3;
inline constexpr std::uint32_t protocols_spoken = 3;
inline constexpr std::uint32_t oldest_protocol =
    protocol_version > protocols_spoken ? protocol_version - protocols_spoken + 1 : 1;
inline constexpr std::size_t max_inbound_frame_bytes = 64 * 1024;   // checked before parsing
inline constexpr std::size_t max_outbound_frame_bytes = 60 * 1024;  // snapshots are chunked below it

enum class Encoding : std::uint8_t { binary, json };
enum class Feed : std::uint8_t { kitchen = 1, menu = 2, sheets = 3, uses = 4, staff = 5 };

struct Cursor {
    Feed feed = Feed::kitchen;
    Epoch epoch = 0;
    Seq seq = 0;
    bool operator==(const Cursor&) const = default;
};

// Client to server.
struct Hello {
    std::uint32_t protocol = protocol_version;
    Role role = Role::till;
    DeviceId device;
    Signature signature{};
    std::string host;
    std::vector<Cursor> feeds;
    std::optional<TillState> till;
};
struct Submit {
    Command command;
    std::string entry;             // the bytes a till's hash is over; of a screen's command as received
    std::uint64_t device_seq = 0;  // 0: a screen
    Hash hash{};
};
// A till's entry whose command cannot be read: refused and recorded, and its number consumed.
struct UnreadableSubmit {
    std::string entry;
    std::uint64_t device_seq = 0;
    Hash hash{};
    CommandId command_id;  // nil if even that cannot be read
    Rejection why;         // client_newer or malformed
};
struct Resume {
    Cursor cursor;
};
struct Ping {
    std::uint64_t token = 0;
};

// A query of a newer client, or one that cannot be read.
struct UnreadableQuery {
    std::uint64_t id = 0;
    Rejection why;
};

using ClientMessage = std::variant<Hello, Submit, UnreadableSubmit, Resume, Ping, Query, UnreadableQuery>;

// Server to client.
struct Challenge {
    std::string nonce;
    Epoch epoch = 0;
    std::uint32_t protocol = protocol_version;
    Timestamp server_time;
};
// The journal's newest row, signed by the site (crypto/sign.h: head_message).
struct SignedHead {
    Seq seq = 0;
    Hash hash{};
    Signature signature{};
    bool operator==(const SignedHead&) const = default;
};
// A till's open shift, as the server knows it.
struct KnownShift {
    ShiftId id;
    StaffId cashier;
    Timestamp opened_at;
    Fen opening;  // the float
    bool operator==(const KnownShift&) const = default;
};
struct Welcome {
    Epoch epoch = 0;
    Seq seq = 0;
    Timestamp server_time;
    std::string site;
    std::string device_name;
    std::string pickup_letters;
    std::optional<TillState> till;
    bool own_kitchen = true;
    std::optional<OfflineAccounts> offline_accounts = {};  // absent: an older server does not say
    Hash canteen{};          // of the journal's first row; zero: a server that does not say
    std::uint32_t pace = 1;  // server milliseconds in one of the client's; more only in a demonstration
    std::uint32_t protocol = protocol_version;
    std::optional<KnownShift> open_shift = {};  // of a till; absent: none is open
    PublicKey head_key{};                       // of the site's signatures; zero: it signs nothing
    bool kitchen_listens = false;               // a screen of the kitchen is connected
};
struct Committed {
    Seq seq = 0;
    std::vector<Exception> exceptions;
    std::vector<Tender> paid_back = {};  // of a refund: what the guest gets back now
    bool operator==(const Committed&) const = default;
};
struct Answer {
    CommandId command;
    std::uint64_t device_seq = 0;
    std::variant<Committed, Rejection> outcome;
    bool operator==(const Answer&) const = default;
};
struct PortionsLeft {
    StockKey key;
    std::int64_t left = 0;
    std::int64_t planned = 0;
    bool sold_out = false;
    std::optional<Timestamp> sold_out_since;
    bool operator==(const PortionsLeft&) const = default;
};
struct RightUse {
    UseKey key;
    std::int64_t used = 0;  // a count of meals, or fen of a quota; 0 takes it back
    bool operator==(const RightUse&) const = default;
};
// A member's balances in the canteen's accounts; all zero takes them back.
struct MemberBalance {
    MemberId member;
    Fen principal, bonus;  // stored value; negative: owed by the member
    std::int64_t points = 0;
    bool operator==(const MemberBalance&) const = default;
};
// A PIN's verifier (bytes of a PinVerifier), sealed so that this till alone can read it.
struct SealedPin {
    DeviceId till;
    std::string sealed;
    bool operator==(const SealedPin&) const = default;
};
struct StaffShown {
    StaffMember staff;
    std::vector<SealedPin> pins;
    bool operator==(const StaffShown&) const = default;
};
struct SnapshotMark {
    bool first = false;
    bool last = false;
    bool operator==(const SnapshotMark&) const = default;
};
struct FeedFrame {
    Feed feed = Feed::kitchen;
    Epoch epoch = 0;
    Seq after = 0;
    Seq seq = 0;
    Timestamp server_time;
    std::optional<SnapshotMark> snapshot;
    std::vector<Ticket> tickets;
    std::vector<PortionsLeft> portions;
    std::vector<Menu> menus;
    std::vector<RightSheet> sheets;
    std::vector<RightUse> uses;
    std::vector<MemberId> members_gone = {};  // their sheets are dropped
    std::vector<MemberBalance> balances = {};
    std::vector<StaffShown> staff = {};
};
struct Pong {
    std::uint64_t token = 0;
    Timestamp server_time;
    Seq seq = 0;
    std::optional<SignedHead> head = {};
    bool kitchen_listens = false;
};
struct Goodbye {
    std::string name;  // the key of the texts
    std::vector<Param> params;
};

using ServerMessage = std::variant<Challenge, Welcome, Answer, FeedFrame, Pong, Goodbye, QueryReply>;

}  // namespace canteen
