// A senior of a street in Pidu, Chengdu, and rights as small as a test of prices needs them.
#pragma once

#include <string>
#include <vector>

#include "canteen/domain/subsidy/entitle.h"
#include "canteen/domain/subsidy/price.h"

namespace canteen {

inline Date day(const char* text) {
    return parse_date(text).value();
}

inline const Date tuesday = day("2026-04-14");
inline const SiteAreas deyuan{"510117005", ""};

// Returns a member who is 80 from that Tuesday on and lives on the street next door.
inline Member granny() {
    Member member;
    member.id.bytes[0] = 1;
    member.number = "0042";
    member.name = "Wang";
    member.id_number = "99999919460414123X";
    member.born = day("1946-04-14");
    member.hukou = {{"510117006", {}}};
    return member;
}

inline PriceQuery lunch_of(std::int64_t fen) {
    return {{{{fen}, true, 1}}, {}, ServiceMode::dine_in, {tuesday, MealSlot::lunch}};
}

inline Benefit fixed(const char* payer, std::int64_t fen) {
    return {payer, FixedBenefit{{fen}}};
}

// Gives so much, by "gov".
inline SubsidyRight gives(std::int64_t fen) {
    SubsidyRight right;
    right.classes = {{0, {}, {fixed("gov", fen)}}};
    return right;
}

using AnyRight = decltype(SheetStep::what);

// Makes a sheet of the scheme "town".
inline RightSheet sheet_with(std::vector<AnyRight> steps) {
    RightSheet sheet;
    sheet.member.bytes[0] = 1;
    sheet.schemes = {{"town", "2026", {}}};
    for (std::uint32_t i = 0; i < steps.size(); ++i) sheet.schemes[0].steps.push_back({i, std::move(steps[i])});
    return sheet;
}

}  // namespace canteen
