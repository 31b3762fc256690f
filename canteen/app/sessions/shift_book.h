// The shifts that are open, by till, for what a till is told when it comes back. Built at start, then kept by committed
// events. Owned by the I/O thread.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "canteen/app/message.h"
#include "canteen/domain/model/event.h"

namespace canteen {

class ShiftBook {
public:
    explicit ShiftBook(const std::vector<Shift>& open);

    void apply(const Event& event);
    // Nothing: none is open.
    std::optional<KnownShift> open_on(DeviceId till) const;

private:
    std::map<DeviceId, KnownShift> open_;
};

}  // namespace canteen
