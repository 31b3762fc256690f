// The kitchen cooks by it when it has no screen: number, dishes, notes; neither price nor guest. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "canteen/domain/base/time.h"
#include "canteen/domain/model/order.h"
#include "canteen/texts/language.h"
#include "pos-client/paper/document.h"

namespace canteen::till {

struct KitchenLine {
    std::string name;
    std::uint32_t quantity = 1;  // portions, or grams
    bool is_weighed = false;
    std::string note;  // "软烂，少盐"; also what must not be in it
};

struct KitchenFacts {
    Language language = Language::zh;
    std::string till;
    std::string pickup;
    Timestamp ordered_at;
    ServiceMode mode = ServiceMode::dine_in;
    std::vector<KitchenLine> lines{};
};

Document kitchen_slip(const KitchenFacts& facts);

}  // namespace canteen::till
