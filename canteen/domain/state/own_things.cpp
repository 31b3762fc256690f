#include "canteen/domain/state/own_things.h"

namespace canteen {

bool has_other_letters(const Canteen& state, const Actor& actor, const OrderDraft& draft) {
    if (actor.role != Role::till || draft.pickup.letters.empty()) return false;
    const auto till = state.devices.find(actor.device);
    return till != state.devices.end() && till->second.letters != draft.pickup.letters;
}

bool is_other_tills(const Actor& actor, const Order& order) {
    return actor.role == Role::till && !order.device.is_nil() && order.device != actor.device;
}

}  // namespace canteen
