// Explains an order from the books, as of the last commit. Any thread. Throws StoreError, UnsealError.
#pragma once

#include "canteen/reports/explain.h"
#include "canteen/reports/reports.h"
#include "canteen/texts/say.h"

namespace canteen {

// What is past is explained as of the beginning of its meal. The text, or why there is none, in the request's language.
std::variant<Explanation, std::string> explain_from(const Books& books, const ExplainRequest& asked, MemberId id,
                                                    Date today);

// Why nothing is explained, when that is known before the books are opened.
inline std::string explain_text(Language language, std::string_view code) {
    return say(code, {}, language);
}

}  // namespace canteen
