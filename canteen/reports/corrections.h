// Lists what facts that came late would take back of a member's meals. I/O thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "canteen/engine/engine.h"

namespace canteen {

// Proposals, one line each, or why there is none.
using Corrections = std::variant<std::string, Rejection>;
// Looks at the member's first max_proposed_orders orders since the business date, and says so if there are more.
void list_corrections(Engine& engine, const Post& post, MemberId member, Date from,
                      std::function<void(Corrections)> told, std::optional<Person> by = {});

}  // namespace canteen
