// Explains an order from the store: on the writer's thread, between two batches. Throws StoreError.
#pragma once

#include "canteen/engine.h"
#include "canteen/explain.h"

namespace canteen {

// What is past is explained as of the beginning of its meal. The text, or why there is none, in the request's language.
std::variant<Explanation, std::string> explain_from(Engine& engine, const ExplainRequest& asked, MemberId id,
                                                    Date today);

}  // namespace canteen
