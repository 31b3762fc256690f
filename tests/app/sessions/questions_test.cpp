// Queries over a session: only those that the role may ask, a bounded number at a time, files in parts that fit a
// frame.
#include "canteen/app/sessions/questions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>

#include "canteen/app/claims_part.h"

#include "tests/support/test_server.h"

namespace canteen {
namespace {

using namespace canteen::testing;

// Keeps the queries it gets, and answers when the test says so.
class SlowDesk final : public QueryHandler {
public:
    void answer(const Actor& actor, const QueryBody& query, std::function<void(QueryResult)> told) override {
        last_actor = actor;
        asked.push_back(std::string(kind_of(query).name));
        waiting.push_back(std::move(told));
    }
    void tell(QueryResult result) {
        auto told = std::move(waiting.front());
        waiting.erase(waiting.begin());
        told(std::move(result));
    }

    Actor last_actor;
    std::vector<std::string> asked;
    std::vector<std::function<void(QueryResult)>> waiting;
};

class Asking : public ::testing::Test {
protected:
    Asking() { server.app().set_desk(&desk); }

    Caller office() { return server.connect_screen(Role::office, server.enrol_screen(Role::office)); }
    Caller kitchen() { return server.connect_screen(Role::kitchen, server.enrol_screen(Role::kitchen)); }
    static std::vector<QueryReply> told_to(const Caller& caller) { return caller.port->all<QueryReply>(); }
    static RejectionCode code_of(const QueryReply& told) { return std::get<Rejection>(told.result).code; }

    FakeStore store{test_site()};
    FakeCodec codec;
    FakeClock clock{noon()};
    TestServer server{store, codec, clock};
    SlowDesk desk;
};

TEST_F(Asking, TheOfficeIsToldWithItsOwnNumber) {
    auto caller = office();
    server.send(caller, Query{42, ListClaims{}});
    ASSERT_EQ(desk.asked, std::vector<std::string>{"ListClaims"});
    EXPECT_EQ(desk.last_actor.role, Role::office);
    desk.tell(ClaimsListed{});
    const auto told = told_to(caller);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].id, 42U);
    EXPECT_TRUE(std::holds_alternative<ClaimsListed>(told[0].result));
}

TEST_F(Asking, AKitchenScreenIsRefusedAndTheDeskHearsNothing) {
    auto caller = kitchen();
    server.send(caller, Query{1, FindMembers{"王", 5}});
    EXPECT_TRUE(desk.asked.empty());
    const auto told = told_to(caller);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(code_of(told[0]), RejectionCode::not_permitted);
}

TEST_F(Asking, MoreThanABoundedNumberAtATimeIsBusy) {
    auto caller = office();
    for (std::uint64_t n = 1; n <= max_open_queries + 1; ++n) server.send(caller, Query{n, TrialBalance{}});
    EXPECT_EQ(desk.asked.size(), max_open_queries);
    EXPECT_EQ(code_of(told_to(caller).at(0)), RejectionCode::busy);
    desk.tell(ClaimsListed{});
    server.send(caller, Query{99, TrialBalance{}});
    EXPECT_EQ(desk.asked.size(), max_open_queries + 1);
}

TEST_F(Asking, AFileComesInPartsThatMakeItUpAgain) {
    auto caller = office();
    server.send(caller, Query{5, TrialBalance{}});
    std::string bytes(2 * document_part_bytes + 17, 'x');
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>('a' + i % 23);
    desk.tell(Document{"balances.csv", "text/csv", bytes, true});
    std::string made_up;
    const auto told = told_to(caller);
    ASSERT_EQ(told.size(), 3U);
    for (const auto& part : told) {
        const auto& document = std::get<Document>(part.result);
        EXPECT_EQ(document.last, &part == &told.back());
        made_up += document.bytes;
    }
    EXPECT_EQ(made_up, bytes);
}

TEST_F(Asking, AnEmptyFileIsOnePartAndTooLargeAOneIsRefused) {
    auto caller = office();
    server.send(caller, Query{5, TrialBalance{}});
    server.send(caller, Query{6, TrialBalance{}});
    desk.tell(Document{"empty.csv", "text/csv", "", true});
    desk.tell(Document{"huge.csv", "text/csv", std::string(max_sent_document_bytes + 1, 'x'), true});
    const auto told = told_to(caller);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_TRUE(std::get<Document>(told[0].result).last);
    EXPECT_EQ(code_of(told[1]), RejectionCode::amount_invalid);
}

TEST_F(Asking, AListOfClaimsStaysWithinAFrame) {
    auto caller = office();
    server.send(caller, Query{5, ListClaims{}});
    ClaimsListed listed;
    listed.claims.resize(3);
    for (auto& claim : listed.claims) {
        claim.state = ClaimState::submitted;
        claim.findings.resize(max_listed_details / 2);
    }
    listed.claims[0].state = ClaimState::draft;
    desk.tell(listed);
    const auto claims = std::get<ClaimsListed>(told_to(caller).at(0).result).claims;
    EXPECT_EQ(claims[2].findings.size(), max_listed_details / 2);
    EXPECT_EQ(claims[1].findings.size(), max_listed_details / 2);
    EXPECT_EQ(claims[0].findings.size(), max_listed_details / 2) << "a draft's are still to be answered";
    listed.claims[0].state = ClaimState::paid;
    server.send(caller, Query{6, ListClaims{}});
    desk.tell(listed);
    EXPECT_TRUE(std::get<ClaimsListed>(told_to(caller).at(1).result).claims[0].findings.empty());
}

TEST(ClaimsPart, AnyNumberOfClaimsIsToldInPartsThatFitAFrameEachOnce) {
    std::map<ClaimId, Claim> claims;
    for (std::uint32_t n = 1; n <= 700; ++n) claims[id_of<ClaimId>(n)].id = id_of<ClaimId>(n);
    for (auto& [id, claim] : claims)
        if (id.bytes[15] % 8 == 0) claim.findings.resize(201, {1, FindingCode::spike_hour, {}, std::string(600, 'x')});
    std::vector<ClaimId> told;
    ClaimsListed part;
    do {
        part = claims_part(claims, told.empty() ? ClaimId{} : told.back());
        ASSERT_FALSE(part.claims.empty());
        EXPECT_LE(part.claims.size(), max_claims_in_part);
        std::size_t answers = 0;
        for (const auto& claim : part.claims) {
            told.push_back(claim.id);
            for (const auto& finding : claim.findings) answers += finding.answer.size();
        }
        EXPECT_TRUE(part.claims.size() == 1 || answers <= max_claims_part_bytes);
    } while (part.more);
    ASSERT_EQ(told.size(), claims.size());
    EXPECT_TRUE(std::ranges::equal(told, claims | std::views::keys));
}

TEST_F(Asking, WhoHasGoneIsToldNothing) {
    auto caller = office();
    server.send(caller, Query{5, TrialBalance{}});
    caller.session.reset();
    desk.tell(ClaimsListed{});
    EXPECT_TRUE(told_to(caller).empty());
}

TEST_F(Asking, WithoutADeskTheQueryIsUnknown) {
    server.app().set_desk(nullptr);
    auto caller = office();
    server.send(caller, Query{5, TrialBalance{}});
    EXPECT_EQ(code_of(told_to(caller).at(0)), RejectionCode::query_unknown);
}

}  // namespace
}  // namespace canteen
