// A till's shift and the moves in its drawer: facts, kept on this disk whether a server is there or not.
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/wire/client_codec.h"
#include "pos-client/core/till.h"

namespace canteen::till {
namespace {

bool is_sum(Fen fen) {
    return Fen{} <= fen && fen <= max_drawer_sum;
}

Refusal check_count(const CashCount& count) {
    if (!is_sum(count.fen) || count.notes.size() > max_note_kinds)
        return canteen::refuse(RejectionCode::amount_invalid);
    Fen sum;
    for (const auto& [note, many] : count.notes) {
        if (note <= Fen{} || !is_sum(note) || many > max_drawer_sum.value)
            return canteen::refuse(RejectionCode::amount_invalid);
        sum += note * std::int64_t{many};
    }
    if (count.notes.empty() || sum == count.fen) return {};
    return canteen::refuse(RejectionCode::amount_invalid);
}

}  // namespace

std::variant<ShiftId, Rejection> Till::open_shift(StaffId cashier, const CashCount& counted, Timestamp now) {
    if (shift_) return canteen::refuse(RejectionCode::shift_open);
    if (auto wrong = check_count(counted)) return *std::move(wrong);
    const auto server_now = clock_.server_time(now);
    const OwnShift next{new_id<ShiftId>(server_now, random_), cashier, server_now, counted.fen};
    state(EntryKind::shift_open, next.id.bytes, OpenShift{next.id, cashier, counted, server_now}, now,
          {{own_shift_name, to_text(next)}});
    shift_ = next;
    return next.id;
}

std::variant<ShiftId, Rejection> Till::close_shift(const CashCount& counted, std::uint32_t open_orders, Timestamp now,
                                                   std::optional<StaffId> next_cashier) {
    if (!shift_) return canteen::refuse(RejectionCode::no_shift);
    if (auto wrong = check_count(counted)) return *std::move(wrong);
    const auto server_now = clock_.server_time(now);
    CloseShift fact{shift_->id, counted, expected_cash(), open_orders, server_now, {}};
    std::optional<OwnShift> next;
    if (next_cashier) {
        next = OwnShift{new_id<ShiftId>(server_now, random_), *next_cashier, server_now, counted.fen};
        fact.next = NextShift{next->id, next->cashier};
    }
    state(EntryKind::shift_close, fact.id.bytes, fact, now, {{own_shift_name, to_text(next)}});
    shift_ = next;
    return fact.id;
}

Fen Till::expected_cash() const {
    return shift_ ? till::expected_cash(outbox_, *shift_) : Fen{};
}

std::variant<FactId, Rejection> Till::move_drawer(DrawerMoveKind kind, Fen fen, const std::string& reason,
                                                  Timestamp now) {
    const bool is_opening = kind == DrawerMoveKind::no_sale;
    if (is_opening ? fen != Fen{} : fen <= Fen{} || !is_sum(fen)) return canteen::refuse(RejectionCode::amount_invalid);
    if (reason.size() > max_move_reason_bytes || !is_plain_text(reason))
        return canteen::refuse(RejectionCode::text_invalid, {param("what", "reason")});
    const auto server_now = clock_.server_time(now);
    const auto id = new_id<FactId>(server_now, random_);
    state(EntryKind::drawer_move, id.bytes,
          MoveDrawer{id, shift_ ? shift_->id : ShiftId{}, kind, fen, reason, server_now}, now);
    return id;
}

}  // namespace canteen::till
