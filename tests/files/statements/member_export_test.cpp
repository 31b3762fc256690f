// A person is given everything about themselves, in words they can read, and the same each time.
#include "canteen/files/statements/member_export.h"

#include <gtest/gtest.h>

#include "canteen/files/schemes/json.h"

namespace canteen {
namespace {

const Date april_14{20557};
const Timestamp noon = instant_at_site(april_14, {12 * 60 + 5});

Member grandma() {
    Member member;
    member.id = {{1}};
    member.number = "12";
    member.name = "甄不存在";
    member.id_number = "999999194802290019";
    member.phone = "19900000000";
    member.born = *make_date(1948, 2, 29);
    member.hukou = {{"510117007", {april_14, {}}}};
    member.residence = {{"510117006", {}}};
    member.tags = {{"dibao", {{}, april_14}, "德源低保 12 号"}};
    member.approvals = {{"town", {april_14, {}}}};
    member.stays = {{"安靖敬老院", {}}};
    member.cards = {{"0004711", CardState::lost, april_14}};
    member.carers = {{"甄女儿", "19900000001", {{7}}, {}}};
    member.applications = {{"town", {{ReviewStep::rejected, april_14, "街道", "证件过期"}}}};
    member.employments = {{"mill", {}}};
    member.allergens = {3};
    member.diet = static_cast<DietFlags>(DietFlag::soft) | static_cast<DietFlags>(DietFlag::no_sugar);
    member.revision = 4;
    return member;
}

Order lunch() {
    Order order;
    order.draft.id = {{2}};
    order.draft.member = {{1}};
    order.draft.ordered_by = {{7}};
    order.draft.identified = Identified::card;
    order.draft.meal = {april_14, MealSlot::lunch};
    order.draft.pickup = {"A", 12};
    order.draft.lines = {{{1}, {901}, 2, 0, {750}, 0, {1500}, "少盐", 2, {{0, {101}}}}};
    order.draft.shown = {{1500}, {200}, {{"town", 1, "district", {600}}}, {1100}};
    order.placed_at = noon + std::chrono::milliseconds{9'400};
    order.state = OrderState::handed_over;
    order.paid = true;
    order.granted = {{"town", 1, "district", {600}}};
    order.tenders = {{TenderKind::wechat, {1100}, "wx-77"}};
    order.rights = {{{{{1}}, "town", UseKind::per_day, april_14.days}, 1, {}},
                    {{{{1}}, "mill", UseKind::given_month, april_14.days}, 0, {600}}};
    order.points = 40;
    order.refunds = {{{{3}}, RefundReason::quality, noon, {{{1}, 1}}, {}, {{TenderKind::wechat, {500}, "wx-78"}}}};
    return order;
}

KeptOfMember kept() {
    KeptOfMember kept;
    kept.member = grandma();
    kept.orders = {lunch()};
    kept.principal = {12'60};
    kept.bonus = {-5};
    kept.points = 70;
    kept.hours = {{{{1}}, april_14, 90, "送餐", 60}};
    kept.moves = {{noon, {}, "principal", 12'60}, {noon, {{2}}, "points", -40}};
    kept.uses = {{{{{1}}, "town", UseKind::per_day, april_14.days}, 1}, {{{{1}}, "mill", UseKind::allowance, 9}, 500}};
    kept.as_of = noon;
    return kept;
}

// Returns the document's value at "a.b[0].c", as text.
std::string at(const Json& document, std::string_view path) {
    const auto* place = &document;
    while (!path.empty()) {
        if (path[0] == '.') path.remove_prefix(1);
        if (path[0] == '[') {
            place = &place->items.at(static_cast<std::size_t>(path[1] - '0'));
            path.remove_prefix(3);
            continue;
        }
        const auto key = path.substr(0, path.find_first_of(".["));
        const auto found = std::find(place->keys.begin(), place->keys.end(), key);
        if (found == place->keys.end()) return "no " + std::string(key);
        place = &place->items.at(static_cast<std::size_t>(found - place->keys.begin()));
        path.remove_prefix(key.size());
    }
    if (place->kind == JsonKind::null) return "null";
    if (place->kind == JsonKind::boolean) return place->boolean ? "true" : "false";
    return place->kind == JsonKind::whole_number ? std::to_string(place->number) : place->text;
}

class MemberExportTest : public ::testing::Test {
protected:
    const Json document = parse_json(write_member_export(kept())).value();
    std::string said(std::string_view path) const { return at(document, path); }
};

TEST_F(MemberExportTest, TheRecordIsWhole) {
    EXPECT_EQ(said("record.name"), "甄不存在");
    EXPECT_EQ(said("record.id_number"), "999999194802290019");
    EXPECT_EQ(said("record.phone"), "19900000000");
    EXPECT_EQ(said("record.born"), "1948-02-29");
    EXPECT_EQ(said("record.died"), "null");
    EXPECT_EQ(said("record.hukou[0].area"), "510117007");
    EXPECT_EQ(said("record.hukou[0].from"), "2026-04-14");
    EXPECT_EQ(said("record.residence[0].area"), "510117006");
    EXPECT_EQ(said("record.categories[0].category"), "dibao");
    EXPECT_EQ(said("record.categories[0].to"), "2026-04-14");
    EXPECT_EQ(said("record.categories[0].evidence"), "德源低保 12 号");
    EXPECT_EQ(said("record.approvals[0].scheme"), "town");
    EXPECT_EQ(said("record.stays[0].institution"), "安靖敬老院");
    EXPECT_EQ(said("record.employments[0].employer"), "mill");
    EXPECT_EQ(said("record.carers[0].phone"), "19900000001");
    EXPECT_EQ(said("record.allergens_gb7718[0]"), "3");
    EXPECT_EQ(said("record.diet[0]"), "soft");
    EXPECT_EQ(said("record.diet[1]"), "no_sugar");
    EXPECT_EQ(said("record.revision"), "4");
}

TEST_F(MemberExportTest, ApplicationsAndCardsSayHowTheyStand) {
    EXPECT_EQ(said("applications[0].scheme"), "town");
    EXPECT_EQ(said("applications[0].steps[0].step"), "rejected");
    EXPECT_EQ(said("applications[0].steps[0].by"), "街道");
    EXPECT_EQ(said("applications[0].steps[0].note"), "证件过期");
    EXPECT_EQ(said("cards[0].number"), "0004711");
    EXPECT_EQ(said("cards[0].state"), "lost");
}

TEST_F(MemberExportTest, RecordsThatWereMergedAreThere) {
    auto both = kept();
    Member merged = both.member;
    merged.number = "90002";
    both.merged = {merged};
    const auto written = parse_json(write_member_export(both)).value();
    EXPECT_EQ(at(written, "merged_records[0].record.number"), "90002");
    EXPECT_EQ(at(written, "merged_records[0].applications[0].scheme"), "town");
}

TEST_F(MemberExportTest, BalancesPointsAndHoursAreThere) {
    EXPECT_EQ(said("balances.principal_yuan"), "12.60");
    EXPECT_EQ(said("balances.bonus_yuan"), "-0.05");
    EXPECT_EQ(said("points"), "70");
    EXPECT_EQ(said("volunteer_hours[0].minutes"), "90");
    EXPECT_EQ(said("volunteer_hours[0].activity"), "送餐");
}

TEST_F(MemberExportTest, WhatMovedTheAccountsAndWhatRightsAreUsedUpIsThere) {
    EXPECT_EQ(said("account_moves[0].what"), "principal");
    EXPECT_EQ(said("account_moves[0].yuan"), "12.60");
    EXPECT_EQ(said("account_moves[1].points"), "-40");
    EXPECT_EQ(said("account_moves[1].order"), "02000000000000000000000000000000");
    EXPECT_EQ(said("rights_used[0].meals"), "1");
    EXPECT_EQ(said("rights_used[1].yuan"), "5.00");
}

TEST_F(MemberExportTest, AnOrderSaysWhatItWasWhoBoreItAndHowItWasPaid) {
    EXPECT_EQ(said("orders[0].placed_at"), "2026-04-14T12:05:09+08:00");
    EXPECT_EQ(said("orders[0].meal"), "lunch");
    EXPECT_EQ(said("orders[0].pickup_number"), "A012");
    EXPECT_EQ(said("orders[0].identified_by"), "card");
    EXPECT_EQ(said("orders[0].ordered_by"), "07000000000000000000000000000000");
    EXPECT_EQ(said("orders[0].state"), "handed_over");
    EXPECT_EQ(said("orders[0].paid"), "true");
    EXPECT_EQ(said("orders[0].lines[0].dish"), "901");
    EXPECT_EQ(said("orders[0].lines[0].yuan"), "15.00");
    EXPECT_EQ(said("orders[0].lines[0].note"), "少盐");
    EXPECT_EQ(said("orders[0].lines[0].chosen[0].dish"), "101");
    EXPECT_EQ(said("orders[0].sums.delivery_fee_yuan"), "2.00");
    EXPECT_EQ(said("orders[0].sums.shares[0].yuan"), "6.00");
    EXPECT_EQ(said("orders[0].sums.to_pay_yuan"), "11.00");
    EXPECT_EQ(said("orders[0].granted[0].payer"), "district");
    EXPECT_EQ(said("orders[0].tenders[0].by"), "wechat");
    EXPECT_EQ(said("orders[0].points"), "40");
}

TEST_F(MemberExportTest, UsesAreCountsOfMealsOrSums) {
    EXPECT_EQ(said("orders[0].uses[0].right"), "meals_of_day");
    EXPECT_EQ(said("orders[0].uses[0].ordinal"), "1");
    EXPECT_EQ(said("orders[0].uses[1].right"), "given_in_month");
    EXPECT_EQ(said("orders[0].uses[1].yuan"), "6.00");
}

TEST_F(MemberExportTest, ARefundSaysWhatCameBack) {
    EXPECT_EQ(said("orders[0].refunds[0].reason"), "quality");
    EXPECT_EQ(said("orders[0].refunds[0].lines[0].portions_or_grams"), "1");
    EXPECT_EQ(said("orders[0].refunds[0].paid_back[0].yuan"), "5.00");
}

TEST(MemberExport, TheSameIsWrittenByteForByte) {
    EXPECT_EQ(write_member_export(kept()), write_member_export(kept()));
}

TEST(MemberExport, ItBeginsByWhatItIsInBothLanguages) {
    const auto text = write_member_export({});
    EXPECT_TRUE(text.starts_with("{\n  \"about\": {\n    \"zh\": \"本文件")) << text;
    EXPECT_NE(text.find("\n    \"en\": \"This document"), std::string::npos);
}

TEST(MemberExport, WhatIsNotRecordedStandsThereEmpty) {
    const auto document = parse_json(write_member_export({})).value();
    EXPECT_EQ(at(document, "record.phone"), "");
    EXPECT_EQ(at(document, "record.id"), "");
    EXPECT_TRUE(write_member_export({}).ends_with(
        "  \"volunteer_hours\": [],\n  \"account_moves\": [],\n  \"rights_used\": [],\n  \"orders\": []\n}\n"));
}

TEST(MemberExport, QuotesAndLineEndsInANoteStayInTheirText) {
    auto odd = kept();
    odd.orders[0].draft.lines[0].note = "\"; DROP\n\\";
    const auto document = parse_json(write_member_export(odd)).value();
    EXPECT_EQ(at(document, "orders[0].lines[0].note"), "\"; DROP\n\\");
}

}  // namespace
}  // namespace canteen
