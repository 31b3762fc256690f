#include "canteen/wire/server_message_wire.h"

#include <algorithm>

#include "canteen/wire/client_message_wire.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/menu_wire.h"
#include "canteen/wire/order_wire.h"
#include "canteen/wire/query_reply_wire.h"
#include "canteen/wire/sheet_wire.h"
#include "canteen/wire/staff_wire.h"
#include "canteen/wire/ticket_wire.h"

namespace canteen {
namespace {

void put(const Committed& committed, v1::Answer& wire) {
    wire.mutable_committed()->set_seq(committed.seq);
    list_to_wire(committed.exceptions, wire.mutable_committed()->mutable_exceptions());
    list_to_wire(committed.paid_back, wire.mutable_committed()->mutable_paid_back());
}

void put(const Rejection& rejection, v1::Answer& wire) {
    auto& rejected = *wire.mutable_rejected();
    rejected.set_code(static_cast<std::uint32_t>(rejection.code));
    rejected.set_name(std::string(name_of(rejection.code)));
    list_to_wire(rejection.params, rejected.mutable_params());
    if (rejection.sums) to_wire(*rejection.sums, *rejected.mutable_sums());
}

Committed committed_from(const v1::Committed& wire, const Path& at) {
    return {wire.seq(), list_from_wire(wire.exceptions(), max_own_items, at / "exceptions"),
            list_from_wire(wire.paid_back(), max_own_items, at / "paid_back")};
}

Rejection rejection_from(const v1::Rejected& wire, const Path& at) {
    Rejection rejection;
    rejection.code = code_from<RejectionCode>(wire.code(), at / "code");
    rejection.params = list_from_wire(wire.params(), max_own_items, at / "params");
    if (wire.has_sums()) rejection.sums = from_wire(wire.sums(), at / "sums");
    return rejection;
}

}  // namespace

void to_wire(const Exception& exception, v1::ListedException& wire) {
    wire.set_code(static_cast<std::uint32_t>(exception.code));
    wire.set_name(std::string(name_of(exception.code)));
    wire.set_order_id(bytes_of(exception.order.bytes));
    list_to_wire(exception.params, wire.mutable_params());
}

Exception from_wire(const v1::ListedException& wire, const Path& at) {
    return {code_from<ExceptionCode>(wire.code(), at / "code"), id_from<OrderId>(wire.order_id(), at / "order_id"),
            list_from_wire(wire.params(), max_own_items, at / "params")};
}

void to_wire(const Answer& answer, v1::Answer& wire) {
    wire.set_command_id(bytes_of(answer.command.bytes));
    wire.set_device_seq(answer.device_seq);
    std::visit([&wire](const auto& outcome) { put(outcome, wire); }, answer.outcome);
}

Answer from_wire(const v1::Answer& wire, const Path& at) {
    Answer answer;
    answer.command = id_from<CommandId>(wire.command_id(), at / "command_id");
    answer.device_seq = wire.device_seq();
    switch (wire.outcome_case()) {
        case v1::Answer::kCommitted:
            answer.outcome = committed_from(wire.committed(), at / "committed");
            break;
        case v1::Answer::kRejected:
            answer.outcome = rejection_from(wire.rejected(), at / "rejected");
            break;
        case v1::Answer::OUTCOME_NOT_SET:
            throw Unreadable(at / "outcome", "is missing");
    }
    return answer;
}

namespace {

void put(const Challenge& challenge, v1::ServerFrame& frame) {
    auto& wire = *frame.mutable_challenge();
    wire.set_nonce(challenge.nonce);
    wire.set_epoch(challenge.epoch);
    wire.set_protocol(challenge.protocol);
    wire.set_server_time_ms(challenge.server_time.ms);
}

void put_shift(const KnownShift& shift, v1::KnownShift& wire) {
    wire.set_shift_id(bytes_of(shift.id.bytes));
    wire.set_cashier_id(optional_bytes_of(shift.cashier));
    wire.set_opened_at_ms(shift.opened_at.ms);
    wire.set_opening_fen(shift.opening.value);
}

KnownShift known_shift_from(const v1::KnownShift& wire, const Path& at) {
    return {id_from<ShiftId>(wire.shift_id(), at / "shift_id"),
            optional_id_from<StaffId>(wire.cashier_id(), at / "cashier_id"),
            instant_from(wire.opened_at_ms(), at / "opened_at_ms"), Fen{wire.opening_fen()}};
}

void put(const Welcome& welcome, v1::ServerFrame& frame) {
    auto& wire = *frame.mutable_welcome();
    wire.set_epoch(welcome.epoch);
    wire.set_seq(welcome.seq);
    wire.set_server_time_ms(welcome.server_time.ms);
    wire.set_site(welcome.site);
    wire.set_device_name(welcome.device_name);
    wire.set_pickup_letters(welcome.pickup_letters);
    if (welcome.till) to_wire(*welcome.till, *wire.mutable_till());
    wire.set_own_kitchen(welcome.own_kitchen);
    if (welcome.canteen != Hash{}) wire.set_canteen_id(bytes_of(welcome.canteen));
    if (welcome.pace != 1) wire.set_pace(welcome.pace);
    if (welcome.protocol != 1) wire.set_protocol(welcome.protocol);
    if (welcome.head_key != PublicKey{}) wire.set_head_key(bytes_of(welcome.head_key));
    wire.set_kitchen_listens(welcome.kitchen_listens);
    if (welcome.open_shift) put_shift(*welcome.open_shift, *wire.mutable_open_shift());
    if (!welcome.offline_accounts) return;
    wire.mutable_offline_accounts()->set_most_sales(welcome.offline_accounts->most_sales);
    wire.mutable_offline_accounts()->set_most_sum_fen(welcome.offline_accounts->most_sum.value);
}

void put(const Answer& answer, v1::ServerFrame& frame) {
    to_wire(answer, *frame.mutable_answer());
}

void put(const FeedFrame& feed, v1::ServerFrame& frame) {
    to_wire(feed, *frame.mutable_feed());
}

void put(const Pong& pong, v1::ServerFrame& frame) {
    auto& wire = *frame.mutable_pong();
    wire.set_token(pong.token);
    wire.set_server_time_ms(pong.server_time.ms);
    wire.set_seq(pong.seq);
    wire.set_kitchen_listens(pong.kitchen_listens);
    if (!pong.head) return;
    wire.mutable_head()->set_seq(pong.head->seq);
    wire.mutable_head()->set_hash(bytes_of(pong.head->hash));
    wire.mutable_head()->set_signature(bytes_of(pong.head->signature));
}

void put(const Goodbye& goodbye, v1::ServerFrame& frame) {
    frame.mutable_goodbye()->set_name(goodbye.name);
    list_to_wire(goodbye.params, frame.mutable_goodbye()->mutable_params());
}

void put(const QueryReply& told, v1::ServerFrame& frame) {
    to_wire(told, *frame.mutable_told());
}

Challenge challenge_from(const v1::Challenge& wire, const Path& at) {
    return {wire.nonce(), wire.epoch(), wire.protocol(), instant_from(wire.server_time_ms(), at / "server_time_ms")};
}

Welcome welcome_from(const v1::Welcome& wire, const Path& at) {
    Welcome welcome;
    welcome.epoch = wire.epoch();
    welcome.seq = wire.seq();
    welcome.server_time = instant_from(wire.server_time_ms(), at / "server_time_ms");
    welcome.site = text_from(wire.site(), max_own_text_bytes, at / "site");
    welcome.device_name = text_from(wire.device_name(), max_own_text_bytes, at / "device_name");
    welcome.pickup_letters = text_from(wire.pickup_letters(), max_own_text_bytes, at / "pickup_letters");
    if (wire.has_till()) welcome.till = from_wire(wire.till(), at / "till");
    welcome.own_kitchen = wire.own_kitchen();
    if (wire.has_offline_accounts())
        welcome.offline_accounts =
            OfflineAccounts{wire.offline_accounts().most_sales(), Fen{wire.offline_accounts().most_sum_fen()}};
    welcome.canteen = optional_array_from<std::tuple_size_v<Hash>>(wire.canteen_id(), at / "canteen_id");
    welcome.pace = std::max(1U, wire.pace());
    welcome.protocol = std::max(1U, wire.protocol());
    welcome.head_key = optional_array_from<std::tuple_size_v<PublicKey>>(wire.head_key(), at / "head_key");
    welcome.kitchen_listens = wire.kitchen_listens();
    if (wire.has_open_shift()) welcome.open_shift = known_shift_from(wire.open_shift(), at / "open_shift");
    return welcome;
}

Pong pong_from(const v1::Pong& wire, const Path& at) {
    Pong pong{wire.token(), instant_from(wire.server_time_ms(), at / "server_time_ms"), wire.seq()};
    pong.kitchen_listens = wire.kitchen_listens();
    if (wire.has_head())
        pong.head = SignedHead{wire.head().seq(), array_from<std::tuple_size_v<Hash>>(wire.head().hash(), at / "hash"),
                               array_from<std::tuple_size_v<Signature>>(wire.head().signature(), at / "signature")};
    return pong;
}

Goodbye goodbye_from(const v1::Goodbye& wire, const Path& at) {
    return {text_from(wire.name(), max_own_text_bytes, at / "name"),
            list_from_wire(wire.params(), max_own_items, at / "params")};
}

}  // namespace

void to_wire(const FeedFrame& feed, v1::FeedFrame& wire) {
    wire.set_feed(enum_to<v1::Feed>(feed.feed));
    wire.set_epoch(feed.epoch);
    wire.set_after(feed.after);
    wire.set_seq(feed.seq);
    wire.set_server_time_ms(feed.server_time.ms);
    if (feed.snapshot) {
        wire.mutable_snapshot()->set_first(feed.snapshot->first);
        wire.mutable_snapshot()->set_last(feed.snapshot->last);
    }
    list_to_wire(feed.tickets, wire.mutable_tickets());
    list_to_wire(feed.portions, wire.mutable_portions());
    list_to_wire(feed.menus, wire.mutable_menus());
    list_to_wire(feed.sheets, wire.mutable_sheets());
    list_to_wire(feed.uses, wire.mutable_uses());
    ids_to_wire(feed.members_gone, wire.mutable_members_gone());
    list_to_wire(feed.balances, wire.mutable_balances());
    list_to_wire(feed.staff, wire.mutable_staff());
}

FeedFrame from_wire(const v1::FeedFrame& wire, const Path& at) {
    FeedFrame feed;
    feed.feed = enum_from<Feed>(wire.feed(), v1::Feed_MAX, at / "feed");
    feed.epoch = wire.epoch();
    feed.after = wire.after();
    feed.seq = wire.seq();
    feed.server_time = instant_from(wire.server_time_ms(), at / "server_time_ms");
    if (wire.has_snapshot()) feed.snapshot = SnapshotMark{wire.snapshot().first(), wire.snapshot().last()};
    feed.tickets = list_from_wire(wire.tickets(), max_own_items, at / "tickets");
    feed.portions = list_from_wire(wire.portions(), max_own_items, at / "portions");
    feed.menus = list_from_wire(wire.menus(), max_own_items, at / "menus");
    feed.sheets = list_from_wire(wire.sheets(), max_own_items, at / "sheets");
    feed.uses = list_from_wire(wire.uses(), max_own_items, at / "uses");
    feed.members_gone = ids_from_wire<MemberId>(wire.members_gone(), at / "members_gone");
    feed.balances = list_from_wire(wire.balances(), max_own_items, at / "balances");
    feed.staff = list_from_wire(wire.staff(), max_own_items, at / "staff");
    return feed;
}

void to_wire(const ServerMessage& message, v1::ServerFrame& wire) {
    std::visit([&wire](const auto& what) { put(what, wire); }, message);
}

ServerMessage from_wire(const v1::ServerFrame& wire, const Path& at) {
    switch (wire.frame_case()) {
        case v1::ServerFrame::kChallenge:
            return challenge_from(wire.challenge(), at / "challenge");
        case v1::ServerFrame::kWelcome:
            return welcome_from(wire.welcome(), at / "welcome");
        case v1::ServerFrame::kAnswer:
            return from_wire(wire.answer(), at / "answer");
        case v1::ServerFrame::kFeed:
            return from_wire(wire.feed(), at / "feed");
        case v1::ServerFrame::kPong:
            return pong_from(wire.pong(), at / "pong");
        case v1::ServerFrame::kGoodbye:
            return goodbye_from(wire.goodbye(), at / "goodbye");
        case v1::ServerFrame::kTold:
            return from_wire(wire.told(), at / "told");
        case v1::ServerFrame::FRAME_NOT_SET:
            break;
    }
    throw Unreadable(at / "frame", "is of no known kind");
}

}  // namespace canteen
