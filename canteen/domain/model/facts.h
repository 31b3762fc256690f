// Facts: all that schemes may ask about a person on one date, and nothing else: never a birth date, an address or a
// name. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "canteen/domain/model/member.h"
#include "canteen/domain/model/site.h"

namespace canteen {

// The innermost area of the serving site that contains the person's hukou; larger values are smaller areas.
enum class SharedArea : std::uint8_t { none = 0, city = 1, district = 2, street = 3 };

struct SiteAreas {
    AreaCode site;    // where the site stands: its street, or less if that is all that is known
    AreaCode served;  // whose inhabitants are its residents; "": those of `site`
};
inline SiteAreas areas_of(const Site& site) {
    return {site.area, site.served_area};
}

struct Facts {
    std::optional<int> years;  // completed; absent: unknown
    SharedArea hukou = SharedArea::none;
    bool resident = false;           // lives in the area served
    std::set<std::string> approved;  // schemes with an approval valid that day
    std::set<std::string> tags;      // categories valid that day
    // As of the last day of the month before: for rights that begin with a month.
    std::optional<int> years_last_month{};
    std::set<std::string> approved_last_month{};
    SharedArea residence = SharedArea::none;  // the innermost area of the site the person lives in
    bool operator==(const Facts&) const = default;
};

// As of the business date. A guest without number has the empty Facts{}.
Facts facts_on(const Member& member, const SiteAreas& areas, Date date);

// Streets have 9 digits, districts 6, cities 4 (GB/T 2260). The four municipalities are one city each (2 digits); a
// county ruled by its province directly (third and fourth digit 90) is a city of its own (6 digits).
SharedArea shared_area(const AreaCode& site, const AreaCode& hukou);

}  // namespace canteen
