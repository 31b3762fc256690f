#include "canteen/wire/cursor_wire.h"

namespace canteen {

void to_wire(const Cursor& cursor, v1::Cursor& wire) {
    wire.set_feed(enum_to<v1::Feed>(cursor.feed));
    wire.set_epoch(cursor.epoch);
    wire.set_seq(cursor.seq);
}

Cursor from_wire(const v1::Cursor& wire, const Path& at) {
    return {enum_from<Feed>(wire.feed(), v1::Feed_MAX, at / "feed"), wire.epoch(), wire.seq()};
}

void to_wire(const TillState& state, v1::TillState& wire) {
    wire.set_last_device_seq(state.last_device_seq);
    wire.set_last_hash(bytes_of(state.last_hash));
    wire.set_last_pickup_count(state.last_pickup_count);
    wire.set_pickup_date(state.pickup_date.days);
}

TillState from_wire(const v1::TillState& wire, const Path& at) {
    return {wire.last_device_seq(), optional_array_from<std::tuple_size_v<Hash>>(wire.last_hash(), at / "last_hash"),
            wire.last_pickup_count(), date_from(wire.pickup_date(), at / "pickup_date")};
}

}  // namespace canteen
