// Undoes a sale: by the server if it has it, else on this till, as a fact.
#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "pos-client/core/till.h"

namespace canteen::till {

TakenBack Till::cancel(OrderId order, Timestamp now, StaffId second) {
    const auto known = outbox_.order(order);
    if (!known || known->state == SaleState::refused || known->state == SaleState::cancelled) return {};
    const auto sale = outbox_.sale_of(order);
    if (!outbox_.is_with_server(order) && sale) return {TakingBack::done, take_back(*sale, shift(), now, second)};
    if (!upstream_.live()) return {TakingBack::needs_server, {}};
    const Command command = command_of(CancelOrder{order, shift()}, now, second);
    outbox_.append({command.id, order, EntryKind::cancellation, encode_command(command), now});
    take(upstream_.on_queued(now), now);
    return {TakingBack::asked, command.id};
}

// Queues the fact behind whatever of the sale may be under way, so the server hears of both in order; if it heard of
// neither it books and reverses the sale at once. The money goes out of the drawer of the shift that gives it back.
CommandId Till::take_back(const Entry& sale, ShiftId gives_back, Timestamp now, StaffId second) {
    const auto command = decode_command(sale.bytes);
    RecordSale undone;
    if (const auto* ask = std::get_if<PlaceOrder>(&command.body)) {
        undone.order = ask->order;
        undone.tenders = ask->tenders;
    } else {
        undone = std::get<RecordSale>(command.body);
    }
    undone.shift = gives_back;
    const auto server_now = clock_.server_time(now);
    const auto kept = outbox_.order(sale.order);
    undone.sold_at = kept ? kept->sold_at : server_now;
    undone.taken_back = SaleUndone{server_now, RefundReason::wrong_entry};
    const Command fact = command_of(std::move(undone), now, second);
    outbox_.append({fact.id, sale.order, EntryKind::taken_back, encode_command(fact), now, {}, SaleState::cancelled});
    asks_.erase(sale.order);
    take(upstream_.on_queued(now), now);
    return fact.id;
}

}  // namespace canteen::till
