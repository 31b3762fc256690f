#include "canteen/domain/model/facts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace canteen {

namespace {

constexpr std::size_t province_digits = 2;
constexpr std::size_t city_digits = 4;
constexpr std::size_t district_digits = 6;
constexpr std::size_t street_digits = 9;
constexpr std::array<std::string_view, 4> municipalities{"11", "12", "31",
                                                         "50"};  // Beijing, Tianjin, Shanghai, Chongqing
constexpr std::string_view ruled_by_province = "90";

std::size_t digits_of_city(std::string_view area) {
    const auto province = area.substr(0, province_digits);
    if (std::find(municipalities.begin(), municipalities.end(), province) != municipalities.end())
        return province_digits;
    const bool own_city = area.size() >= city_digits && area.substr(province_digits, 2) == ruled_by_province;
    return own_city ? district_digits : city_digits;
}

// True if both codes name the same area of that many digits.
bool share(std::string_view a, std::string_view b, std::size_t digits) {
    return a.size() >= digits && b.size() >= digits && a.substr(0, digits) == b.substr(0, digits);
}

}  // namespace

SharedArea shared_area(const AreaCode& site, const AreaCode& hukou) {
    if (share(site, hukou, street_digits)) return SharedArea::street;
    if (share(site, hukou, district_digits)) return SharedArea::district;
    return share(site, hukou, digits_of_city(site)) ? SharedArea::city : SharedArea::none;
}

Facts facts_on(const Member& member, const SiteAreas& areas, Date date) {
    Facts facts;
    const Date last_month = month_start(date) + -1;
    facts.years = completed_years(member.born, date);
    facts.years_last_month = completed_years(member.born, last_month);
    for (const auto& fact : member.hukou) {
        if (fact.valid.contains(date)) facts.hukou = std::max(facts.hukou, shared_area(areas.site, fact.area));
    }
    for (const auto& fact : member.residence) {
        if (fact.valid.contains(date)) facts.residence = std::max(facts.residence, shared_area(areas.site, fact.area));
    }
    const AreaCode& served = areas.served.empty() ? areas.site : areas.served;
    facts.resident =
        !served.empty() && std::any_of(member.residence.begin(), member.residence.end(), [&](const AreaFact& fact) {
            return fact.valid.contains(date) && fact.area.starts_with(served);
        });
    for (const auto& approval : member.approvals) {
        if (approval.valid.contains(date)) facts.approved.insert(approval.scheme);
        if (approval.valid.contains(last_month)) facts.approved_last_month.insert(approval.scheme);
    }
    for (const auto& fact : member.tags) {
        if (fact.valid.contains(date)) facts.tags.insert(fact.tag);
    }
    for (const auto& stay : member.stays) {
        if (stay.valid.contains(date)) facts.tags.insert(institution_tag);
    }
    return facts;
}

}  // namespace canteen
