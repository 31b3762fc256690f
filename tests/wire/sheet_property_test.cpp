// With a sheet read from the wire a till prices every order as the server does.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "canteen/wire/sheet_wire.h"
#include "tests/domain/support/any_sheet.h"

namespace canteen {
namespace {

RightSheet as_a_till_reads(const RightSheet& sheet) {
    v1::RightSheet wire, read;
    to_wire(sheet, wire);
    read.ParseFromString(wire.SerializeAsString());
    return from_wire(read, Path{});
}

RC_GTEST_PROP(SheetProperty, a_sheet_is_the_same_behind_the_wire, ()) {
    const RightSheet sheet = any_sheet();
    RC_ASSERT(as_a_till_reads(sheet) == sheet);
}

RC_GTEST_PROP(SheetProperty, the_tills_price_is_the_servers, ()) {
    const RightSheet sheet = any_sheet();
    const PriceQuery query = any_query();
    Uses uses;
    for (const auto& scheme : sheet.schemes) {
        for (const auto kind : scheme.counted)
            uses[{sheet.member, scheme.scheme, kind, period_of(kind, query.meal)}] = up_to(3000);
    }
    const Priced here = price(query, sheet, uses);
    const Priced there = price(query, as_a_till_reads(sheet), uses);
    RC_ASSERT(here.shares == there.shares);
    RC_ASSERT(here.self_pay == there.self_pay);
    RC_ASSERT(here.why == there.why);
}

}  // namespace
}  // namespace canteen
