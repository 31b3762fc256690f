#include "canteen/domain/state/of_shift.h"

#include <variant>

namespace canteen {

ShiftId shift_of(const CommandBody& body) {
    return std::visit(
        [](const auto& command) {
            if constexpr (requires { ShiftId{command.shift}; })
                return ShiftId{command.shift};
            else
                return ShiftId{};
        },
        body);
}

}  // namespace canteen
