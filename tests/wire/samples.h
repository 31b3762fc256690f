// One value of every kind that crosses the wire or rests on the disk, every field of it filled. The golden files hold
// their bytes: a sample is never changed, a new one is added beside it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "canteen/app/message.h"
#include "canteen/domain/event.h"

namespace canteen {

template <class T>
using Named = std::vector<std::pair<std::string, T>>;

// 16 times the same byte.
template <class Id>
Id sample_id(std::uint8_t byte) {
    Id id;
    id.bytes.fill(byte);
    return id;
}

OrderDraft sample_draft();
Order sample_order();
Refunded sample_refund();
Ticket sample_ticket();
Menu sample_menu();
Member sample_member();
RightSheet sample_sheet();
// With every limit, rounding, budget and exclusion.
RightSheet sample_limited_sheet();
Answer sample_committed();
Answer sample_rejected();

Named<Command> sample_commands();
Named<ClientMessage> sample_client_messages();
Named<ServerMessage> sample_server_messages();
Named<Event> sample_events();

}  // namespace canteen
