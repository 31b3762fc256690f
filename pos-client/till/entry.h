// One line of a till's outbox: a command's bytes under the till's gapless number and chain. Values; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/model/device.h"

namespace canteen::till {

// The disk keeps these values: never renumber them. taken_back is the statement of a sale that was undone before the
// server was known to have it. From shift_open on an entry is of no order: `order` holds the id of what it states.
enum class EntryKind : std::uint8_t {
    ask = 1,
    statement = 2,
    cancellation = 3,
    refund = 4,
    taken_back = 5,
    shift_open = 6,
    shift_close = 7,
    drawer_move = 8,
    top_up = 9,
    pay_out = 10,
    card = 11,  // issued, or reported lost: of the member
    found = 12  // portions of a dish that was counted out, and is there
};
enum class EntryState : std::uint8_t { queued = 1, committed = 2, refused = 3 };

struct Entry {
    std::uint64_t device_seq = 0;
    CommandId command;
    OrderId order;
    EntryKind kind = EntryKind::ask;
    EntryState state = EntryState::queued;
    std::string bytes;  // the command as sent
    Hash hash{};        // over the previous entry's hash and `bytes`
    bool operator==(const Entry&) const = default;
};

}  // namespace canteen::till
