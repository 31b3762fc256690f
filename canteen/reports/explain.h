// Why an order comes to what it comes to, line by line, scheme by scheme and step by step: by the rules and the uses of
// its day. Says nothing of categories. Pure; any thread.
#pragma once

#include <string>
#include <variant>

#include "canteen/app/feeds/sheets_view.h"
#include "canteen/domain/model/menu.h"
#include "canteen/domain/subsidy/price.h"
#include "canteen/reports/explain_request.h"

namespace canteen {

struct ExplainBasis {
    const Site& site;
    const Member& member;
    const PrioritisedSchemes& schemes;  // all of the site
    const Menu& menu;                   // of the meal
    const Uses& uses;                   // that the meal finds
    bool as_it_began = false;           // the uses are those of the beginning of the meal
};

struct Explanation {
    Priced priced;
    std::string text;  // in the request's language; no line break at its end
};

// Or what of the order the menu does not have, in words.
std::variant<Explanation, std::string> explain(const ExplainRequest& request, const ExplainBasis& basis);

}  // namespace canteen
