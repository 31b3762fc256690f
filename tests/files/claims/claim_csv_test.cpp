// The canonical claim file is read back as it was written, and no byte depends on anything but its lines.
#include "canteen/files/claims/claim_csv.h"

#include <gtest/gtest.h>

#include "canteen/files/csv.h"

namespace canteen {
namespace {

const ClaimPayer district{"meals", "district, \"north\""};
const ClaimPeriod april = *parse_claim_period("2026-04");

std::vector<ClaimLine> two_lines() {
    ClaimLine line;
    line.order.bytes[0] = 0xab;
    line.meal = {{20557}, MealSlot::lunch};
    line.member.bytes[0] = 7;
    line.version = "2026";
    line.steps = {0, 2};
    line.food = {1'500};
    line.share = {600};
    line.asked_before = {50};
    line.pickup = {"A", 12};
    line.booked = 42;
    auto guest = line;
    guest.member = {};
    guest.share = {-100};
    guest.late = true;
    guest.pickup = {};
    return {line, guest};
}

std::string reference(MemberId member) {
    return "p" + std::to_string(member.bytes[0]);
}

TEST(ClaimCsv, EveryMealIsALine) {
    EXPECT_EQ(write_claim_table(district, two_lines(), reference),
              "line,order,period,date,meal,mode,member,scheme,version,steps,food_fen,asked_before_fen,share_fen,device,"
              "pickup,journal_seq\n"
              "1,ab000000000000000000000000000000,2026-04,2026-04-14,lunch,dine_in,p7,meals,2026,0+2,1500,50,600,"
              "00000000000000000000000000000000,A012,42\n"
              "2,ab000000000000000000000000000000,2026-04,2026-04-14,lunch,dine_in,,meals,2026,0+2,1500,50,-100,"
              "00000000000000000000000000000000,,42\n");
}

TEST(ClaimCsv, TheManifestIsReadBackWhateverThePayerIsCalled) {
    ClaimManifest manifest{district, april, "42:00ff"};
    auto text = write_claim_manifest(manifest, two_lines(), "1234");
    EXPECT_NE(text.find("\nlines,2\nfood_fen,3000\nshare_fen,500\nlate_lines,1\nlate_share_fen,-100\n"
                        "table_hash,1234\n\n"),
              std::string::npos)
        << text;
    auto read = read_claim_manifest(text + "line,order\n");
    ASSERT_TRUE(read.ok()) << to_string(read.error());
    EXPECT_EQ(*read, manifest);
}

TEST(ClaimCsv, WhatIsNoClaimIsSaidSo) {
    EXPECT_FALSE(read_claim_manifest("").ok());
    EXPECT_FALSE(read_claim_manifest("name,value\nformat,canteen-claim-1\n").ok());
    EXPECT_FALSE(read_claim_manifest("name,value\nformat,canteen-claim-2\n\n").ok());
    EXPECT_FALSE(read_claim_manifest("name,value\nformat,canteen-claim-1\nscheme,a\npayer,b\nperiod,2026-13\n\n").ok());
    EXPECT_FALSE(read_claim_manifest("name,value\nformat,canteen-claim-1\nscheme,a\nperiod,2026-12\n\n").ok());
}

TEST(CsvRow, IsReadBackAsItsCells) {
    auto text = csv_row({"a", "b"}) + csv_row({"x, y", "say \"hi\""});
    auto table = read_csv(text, {"a", "b"}, {});
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(table->rows.at(0).at(0).text, "x, y");
    EXPECT_EQ(table->rows.at(0).at(1).text, "say \"hi\"");
}

}  // namespace
}  // namespace canteen
