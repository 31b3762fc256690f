// Shorthand for saying no. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "canteen/domain/model/rejection.h"

namespace canteen {

// Nothing: no objection.
using Refusal = std::optional<Rejection>;

inline Param param(std::string name, std::int64_t value) {
    return {std::move(name), std::to_string(value)};
}
inline Param param(std::string name, std::string value) {
    return {std::move(name), std::move(value)};
}

inline Rejection refuse(RejectionCode code, std::vector<Param> params = {}) {
    return {code, std::move(params), std::nullopt};
}

}  // namespace canteen
