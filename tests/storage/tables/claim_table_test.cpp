// A claim goes the same way on the disk as in memory.
#include "canteen/storage/tables/claim_table.h"

#include <gtest/gtest.h>

#include "tests/storage/lunch.h"

namespace canteen {
namespace {

ClaimId claim_id(std::uint32_t n) {
    return id_of<ClaimId>(6, n);
}

Claim april_claim(std::uint32_t n) {
    Claim claim;
    claim.id = claim_id(n);
    claim.payer = {"test-scheme", "district"};
    claim.period = *parse_claim_period("2026-04");
    claim.as_of = 1;
    claim.head = Hash{1, 2, 3};
    claim.table_hash = Hash{4, 5, 6};
    claim.lines = 2;
    claim.sum = {1'200};
    claim.findings = {{1, FindingCode::double_use, {{"member", "ab12"}, {"date", "2026-04-14"}}, ""},
                      {2, FindingCode::spike_hour, {{"date", "2026-04-14"}}, ""}};
    return claim;
}

TEST(ClaimTable, KeepsAClaimThroughEachOfItsSteps) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit({ClaimDrafted{april_claim(1)}});
    lunch.commit({FindingAnswered{claim_id(1), 2, "a feast"}, FindingAnswered{claim_id(1), 1, "two cards"}});
    lunch.expect_whole();
    EXPECT_EQ(lunch.store().load_start({}).claims, lunch.memory.claims);
    lunch.commit({ClaimSubmitted{claim_id(1)}});
    lunch.commit({ClaimLineRejected{claim_id(1), {order_id(9), "not entitled", false}}});
    lunch.commit({ClaimLineRejected{claim_id(1), {order_id(3), "twice", true}},
                  ClaimPaymentReceived{claim_id(1), {TenderKind::bank, {600}, "42"}, true}});
    lunch.expect_whole();

    auto claims = lunch.store().load_start({}).claims;
    EXPECT_EQ(claims, lunch.memory.claims);
    const auto& claim = claims.at(claim_id(1));
    EXPECT_EQ(claim.state, ClaimState::paid);
    EXPECT_EQ(claim.received, Fen{600});
    EXPECT_EQ(claim.findings.at(1).answer, "a feast");
    EXPECT_EQ(claim.rejected,
              (std::vector<RejectedLine>{{order_id(9), "not entitled", false}, {order_id(3), "twice", true}}));
}

TEST(ClaimTable, ADraftThatGaveWayIsGoneWithItsFindings) {
    Lunch lunch;
    lunch.open_shop();
    lunch.commit({ClaimDrafted{april_claim(1)}});
    lunch.commit({ClaimDropped{claim_id(1)}, ClaimDrafted{april_claim(2)}});
    lunch.expect_whole();
    EXPECT_EQ(lunch.store().load_start({}).claims, lunch.memory.claims);
    Connection db(lunch.db(), Connection::Mode::read_only);
    auto left = db.query("SELECT count(*) FROM claim_finding_param WHERE claim = ?");
    auto id = claim_id(1);
    ASSERT_TRUE(left.with(id).next());
    EXPECT_EQ(left.number(0), 0);
}

}  // namespace
}  // namespace canteen
