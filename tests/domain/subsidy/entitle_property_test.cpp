// Properties of any person's sheets over any dates.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/domain/subsidy/entitle.h"

namespace canteen {
namespace {

const SiteAreas areas{"510117005", ""};
constexpr std::int32_t first_day = 20'000;
constexpr std::int32_t days = 40;

Date any_day() {
    return {first_day + *rc::gen::inRange(0, days)};
}

DateRange any_range() {
    DateRange range{any_day(), any_day()};
    if (*range.from > *range.to) std::swap(range.from, range.to);
    if (*rc::gen::inRange(0, 3) == 0) range.from.reset();
    if (*rc::gen::inRange(0, 3) == 0) range.to.reset();
    return range;
}

Member any_member() {
    Member member;
    member.id.bytes[0] = 1;
    member.born = make_date(1960, 1, 1).value() + *rc::gen::inRange(-20'000, 5'000);
    member.tags = {{"dibao", any_range()}, {"living_alone", any_range()}};
    member.hukou = {{*rc::gen::element<AreaCode>("510117005", "510117", "5101", "44"), any_range()}};
    return member;
}

// Makes two versions with a gap between them, each with a class for each question a date can change.
Scheme scheme_with_a_gap() {
    Condition tagged, near, old;
    tagged.any_tag = {"dibao"};
    near.hukou_within = SharedArea::district;
    old.age_from = 60;
    SubsidyStep step;
    step.classes = {
        {"tag", {tagged}, {}, {{{"gov", FixedBenefit{{600}}}, {}}}},
        {"hukou", {near}, {}, {{{"gov", FixedBenefit{{300}}}, SharedArea::street}, {{"gov", FixedBenefit{{100}}}, {}}}},
        {"age", {old}, {}, {{{"gov", FixedBenefit{{200}}}, {}}}}};
    const Date middle{first_day + days / 2};
    return {"s", "S", "", "made up", {{"1", {{}, middle}, {step}, {}}, {"2", {middle + 5, {}}, {step}, {}}}, ""};
}

RC_GTEST_PROP(EntitleProperty, sheets_cover_each_date_once_and_say_what_the_date_says, ()) {
    const Member member = any_member();
    const Scheme scheme = scheme_with_a_gap();
    const Date from = any_day();
    const Date to = from + *rc::gen::inRange(0, sheet_days_ahead);
    const auto sheets = entitle(&member, areas, {&scheme}, {}, from, to, 9);
    Date next = from;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        RC_ASSERT(sheets[i].from == next);
        RC_ASSERT(sheets[i].from <= sheets[i].to);
        if (i > 0) RC_ASSERT(sheets[i].schemes != sheets[i - 1].schemes);
        for (Date date = sheets[i].from; date <= sheets[i].to; date = date + 1) {
            RC_ASSERT(entitle(&member, areas, {&scheme}, {}, date, 9).schemes == sheets[i].schemes);
        }
        next = sheets[i].to + 1;
    }
    RC_ASSERT(next == to + 1);
}

}  // namespace
}  // namespace canteen
