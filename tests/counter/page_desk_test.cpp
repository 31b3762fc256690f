// The card desk: whom a card, number or name puts there, and whose card lies on it.
#include <gtest/gtest.h>

#include "tests/counter/page_bench.h"

namespace canteen::till::test {
namespace {

const MemberId neighbour{Bytes16{2}}, stranger{Bytes16{3}};

class PageDeskTest : public PageBench, public testing::Test {
protected:
    void SetUp() override {
        auto chen = member_sheet(), liu = member_sheet();
        chen.name = "陈淑芬";
        chen.cards = {"C0001"};
        chen.carers = {neighbour, stranger};
        liu.member = neighbour;
        liu.member_number = "1002";
        liu.name = "刘国栋";
        liu.cards = {"C0002"};
        server.sheets = {guest_sheet(), chen, liu};
        server.balances = {{member, Fen{80'00}, Fen{}, 0}};
        connect();
    }
    v1::ActionAnswer scan(const std::string& text) { return find(text, true); }
    v1::ActionAnswer find(const std::string& text, bool burst = false) {
        return act([&](v1::PageFrame& f) {
            f.mutable_find_at_desk()->set_text(text);
            f.mutable_find_at_desk()->set_burst(burst);
        });
    }
    void stop_card(const std::string& last_four) {
        act([&](v1::PageFrame& f) { f.mutable_card_lost()->set_last_four(last_four); });
    }
    void close() {
        act([](v1::PageFrame& f) { f.mutable_close_desk(); });
    }
    std::string name_at_desk() { return view().desk().guest().name(); }
};

TEST_F(PageDeskTest, aCardANumberOrANameOpensItsPersonAndLeavesTheBasketAlone) {
    for (const auto* asked : {"c0001", "1001", "陈淑芬"}) {
        EXPECT_EQ(find(asked).routed(), v1::ROUTED_GUEST) << asked;
        EXPECT_EQ(name_at_desk(), "陈淑芬") << asked;
        EXPECT_FALSE(view().basket().has_guest()) << "nobody is being served";
        close();
    }
}

TEST_F(PageDeskTest, saysWhoseACardIsAndNeverChangesWhomItServes) {
    scan("C0001");
    EXPECT_EQ(scan("C0001").refused().name(), "card_is_theirs");
    const auto other = scan("C0002").refused();
    EXPECT_EQ(other.name(), "card_of_other");
    EXPECT_EQ(other.params(0).value(), "刘国栋");
    EXPECT_EQ(name_at_desk(), "陈淑芬");
    const auto fresh = scan("C0009");
    EXPECT_FALSE(fresh.has_refused());
    EXPECT_EQ(fresh.routed(), v1::ROUTED_UNKNOWN) << "nobody's: it may be issued";
}

TEST_F(PageDeskTest, aCardReportedLostIsKnownAsOneWhoeverBringsIt) {
    scan("C0001");
    stop_card("0001");
    EXPECT_TRUE(view().desk().cards(0).lost());
    EXPECT_EQ(scan("C0001").refused().name(), "card_stopped") << "it is not issued again";
    close();
    EXPECT_EQ(scan("c0001").refused().name(), "card_stopped");
    EXPECT_EQ(find("1001").routed(), v1::ROUTED_GUEST) << "money and rights are in no card";
}

TEST_F(PageDeskTest, saysOfWhatItDoesNotKnowIfItIsACardOrAPerson) {
    EXPECT_EQ(scan("C0009").refused().name(), "card_not_known");
    EXPECT_EQ(find("赵一").refused().name(), "person_not_known");
    const auto id = scan("999999195011244600");
    EXPECT_EQ(id.routed(), v1::ROUTED_ID_NUMBER);
    EXPECT_FALSE(id.has_refused());
    EXPECT_FALSE(view().has_desk() && view().desk().has_guest());
}

TEST_F(PageDeskTest, namesWhoMayCollectForThePersonAndHidesNobody) {
    scan("C0001");
    ASSERT_EQ(view().desk().carers_size(), 2);
    EXPECT_EQ(view().desk().carers(0), "刘国栋");
    EXPECT_EQ(view().desk().carers(1), "") << "one whom this till cannot name";
}

TEST_F(PageDeskTest, saysSinceWhenABalanceIsNotKnownAnyMore) {
    scan("C0001");
    EXPECT_EQ(view().desk().guest().as_of_ms(), 0);
    const auto last_heard = seller().last_heard();
    reach_server(false);
    EXPECT_EQ(view().desk().guest().as_of_ms(), last_heard.ms);
    EXPECT_EQ(view().desk().guest().balance_fen(), 80'00);
}

TEST_F(PageDeskTest, saysSoAlsoAfterAStartWithoutTheServer) {
    SigningSeed site{};
    site.fill(8);
    server.signing = site;
    cut();
    connect();
    connect();
    const auto told = seller().last_heard();
    seller().save(now);
    reach_server(false);
    kill();
    scan("C0001");
    EXPECT_EQ(view().desk().guest().balance_fen(), 80'00);
    EXPECT_GT(view().desk().guest().as_of_ms(), 0);
    EXPECT_LE(view().desk().guest().as_of_ms(), told.ms);
}

}  // namespace
}  // namespace canteen::till::test
