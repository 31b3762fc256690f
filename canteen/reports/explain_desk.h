// Explains an order from the books, as of the last commit. Any thread. Throws StoreError, UnsealError.
#pragma once

#include "canteen/reports/explain.h"
#include "canteen/reports/reports.h"

namespace canteen {

// Explains an order, a past one as of the beginning of its meal. The text, or why there is none, in the request's
// language.
std::variant<Explanation, std::string> explain_from(const Books& books, const ExplainRequest& asked, MemberId id,
                                                    Date today);

}  // namespace canteen
