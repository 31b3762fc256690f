#include "tests/wire/samples.h"

namespace canteen {

Member sample_whole_member() {
    Member member = sample_member();
    member.tags[0].evidence = "低保证 川邛 0412";
    member.stays = {{"邛崃市第一养老院", {Date{20400}, Date{20440}}}};
    member.cards = {{"04A1B2C3", CardState::replaced, Date{20500}}, {"04D4E5F6", CardState::active, Date{20501}}};
    member.carers = {{"甄亦无", "19900000001", sample_id<MemberId>(5), {Date{20000}, {}}},
                     {"贾有", "", MemberId{}, {{}, Date{21000}}}};
    member.applications = {{"cd-qionglai-2025",
                            {{ReviewStep::submitted, Date{20300}, "", ""},
                             {ReviewStep::first_review, Date{20305}, "德安社区", ""},
                             {ReviewStep::rejected, Date{20310}, "民政局", "户籍不符"}}}};
    member.employments = {{"xinda", {Date{19000}, Date{19365}}}};
    member.allergens = {1, 8};
    member.diet = 3;
    member.died = Date{20556};
    member.revision = 12;
    return member;
}

RightSheet sample_household_sheet() {
    RightSheet sheet = sample_sheet();
    SubsidyRight subsidy;
    subsidy.terms.min_spend = MinSpend{Fen{500}, false, true};
    subsidy.classes = {{1, MinSpend{Fen{800}, true, true}, {{"city", FixedBenefit{Fen{300}}}}},
                       {2, {}, {{"district", FixedBenefit{Fen{200}}}}}};
    subsidy.choose = Choose::sum;
    SubsidyRight first = subsidy;
    first.choose = Choose::first;
    SheetScheme scheme{"made-up", "2", {{0, subsidy}, {1, first}}};
    scheme.identification = {Identified::card, Identified::code, Identified::face, Identified::number,
                             Identified::by_sight};
    sheet.schemes = {scheme};
    sheet.cards = {"04D4E5F6"};
    sheet.carers = {sample_id<MemberId>(5), sample_id<MemberId>(6)};
    sheet.employers = {{"xinda", "信达物流", true, sample_employer().allowance}, {"yuan", "源木业", false, {}}};
    sheet.allergens = {1, 8};
    sheet.diet = 3;
    return sheet;
}

Member sample_kept_member() {
    Member member = sample_member();
    member.merged = {{sample_id<MemberId>(5), "10417"}, {sample_id<MemberId>(6), "10418"}};
    return member;
}

Member sample_merged_member() {
    Member member = sample_member();
    member.merged_into = sample_id<MemberId>(5);
    return member;
}

RightSheet sample_merged_sheet() {
    RightSheet sheet = sample_sheet();
    sheet.former_numbers = {"10417", "10418"};
    return sheet;
}

Order sample_carers_order() {
    Order order = sample_order();
    order.draft.ordered_by = sample_id<MemberId>(5);
    order.draft.identified = Identified::card;
    order.tenders = {{TenderKind::allowance, Fen{1000}, "xinda"},
                     {TenderKind::points, Fen{500}, ""},
                     {TenderKind::employer, Fen{2132}, "xinda"}};
    order.rights.push_back({{sample_id<MemberId>(2), "xinda", UseKind::allowance, 20557 * 4 + 2}, 0, Fen{1000}});
    order.points = 50;
    return order;
}

}  // namespace canteen
