// The picture a till keeps names persons: a thief who takes its file without its key reads none of it.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

constexpr const char *name = "甄不存在", *card = "CARD8840021", *employer = "德安电子厂";

RightSheet telling_sheet() {
    auto sheet = member_sheet();
    sheet.name = name;
    sheet.cards = {card};
    sheet.employers = {{"DE", employer, false, {}}};
    return sheet;
}

class PictureKeeperTest : public TillBench, public testing::Test {
protected:
    PictureKeeperTest() {
        server.sheets = {guest_sheet(), telling_sheet()};
        connect();
        seller().save(now);
    }

    // Searches the disk's file, as a thief finds it.
    bool holds(const std::string& text) {
        std::ifstream in(copy_of_file("stolen.db"), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        return bytes.find(text) != std::string::npos;
    }
    // Leaves the picture as a program did before pictures were sealed.
    void go_back_to_plain() {
        for (const auto feed : {Feed::menu, Feed::sheets, Feed::uses}) {
            const auto number = std::to_string(static_cast<int>(feed));
            outbox().keep("feed." + number, ProtobufCodec().encode_server(server.snapshot(feed), Encoding::binary));
            outbox().forget("sealed.feed." + number);
        }
    }
    bool knows_the_card() {
        reach_server(false);
        auto by_card = basket({{pork}});
        by_card.card = card;
        return sell(by_card).draft.member == member;
    }
};

TEST_F(PictureKeeperTest, namesNobodyOnTheDisk) {
    for (const auto* told : {name, card, employer}) EXPECT_FALSE(holds(told)) << told;
    EXPECT_TRUE(knows_the_card());
}

TEST_F(PictureKeeperTest, sealsWhatAnEarlierProgramKeptInTheClear) {
    go_back_to_plain();
    reach_server(false);
    restart();
    EXPECT_EQ(outbox().kept("feed.3"), std::nullopt);
    for (const auto* told : {name, card, employer}) EXPECT_FALSE(holds(told)) << told;
    EXPECT_TRUE(knows_the_card());
}

TEST_F(PictureKeeperTest, takesTheSealedPictureIfBothAreThere) {
    auto other = telling_sheet();
    other.cards = {"CARDOLD1"};
    server.sheets = {guest_sheet(), other};
    outbox().keep("feed.3", ProtobufCodec().encode_server(server.snapshot(Feed::sheets), Encoding::binary));
    reach_server(false);
    restart();
    EXPECT_FALSE(holds("CARDOLD1"));
    EXPECT_TRUE(knows_the_card());
}

// A till that was paired again has another key.
TEST_F(PictureKeeperTest, startsWithoutAPictureThatAnotherKeySealed) {
    reach_server(false);
    use_key(SigningSeed{7});
    restart();
    EXPECT_EQ(seller().replica().sheets().size(), 0U);
    connect();
    EXPECT_TRUE(knows_the_card());
}

}  // namespace
}  // namespace canteen::till::test
