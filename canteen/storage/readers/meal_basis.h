// Reads what a person's order of a meal was or is priced by, as of the last commit. Reads only, in one short
// transaction. Any thread.
#pragma once

#include <filesystem>
#include <optional>

#include "canteen/app/codec.h"
#include "canteen/domain/state/canteen.h"
#include "canteen/storage/sealing/key_file.h"

namespace canteen {

struct MealBasis {
    decltype(Canteen::schemes) schemes;  // all of the site's
    std::optional<Member> member;        // the record kept after a merge; nothing if the member was erased
    std::optional<Menu> menu;            // nothing if the meal has none
    Uses uses;                           // as the meal finds them
};

// With `by_earlier_meals` the uses are those the meal began with. Throws StoreError, UnsealError.
MealBasis read_meal_basis(const std::filesystem::path& database, const SiteKeys& keys, const Codec& codec,
                          MemberId member, Meal meal, bool by_earlier_meals);

}  // namespace canteen
