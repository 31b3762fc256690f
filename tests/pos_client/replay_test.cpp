#include "pos-client/replay/replay.h"

#include <gtest/gtest.h>

#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

class ReplayTest : public TillBench, public testing::Test {
protected:
    ReplayTest() {
        hear = [this](const News& news) {
            if (replay_) replay_->on_news(news, now);
        };
    }
    void begin(const std::string& rows, std::uint32_t speed) {
        auto file = read_sales("at_ms,register,order,dish,grams,action\n" + rows);
        replay_.emplace(std::move(file).value().at("1"), speed, now);
    }
    void play(milliseconds time) {
        for (const auto end = now + time; now < end;) {
            replay_->step(seller(), now);
            run_for(step);
        }
    }
    std::optional<Replay> replay_;
};

TEST_F(ReplayTest, sellsAsFastAsItIsAnswered) {
    connect();
    begin("0,1,a,101,,\n3600000,1,b,104,250,\n7200000,1,c,101,,\n", 0);
    play(seconds{2});
    EXPECT_TRUE(replay_->done());
    EXPECT_EQ(replay_->tally().sales, 3U);
    EXPECT_EQ(replay_->tally().committed, 3U);
    EXPECT_EQ(replay_->tally().grams, 250U);
    EXPECT_EQ(replay_->tally().food, (Fen{2 * 12'00 + 4'95}));
}

TEST_F(ReplayTest, keepsTheFilesTimeAtItsSpeed) {
    connect();
    begin("0,1,a,101,,\n60000,1,b,101,,\n", 60);
    play(milliseconds{800});
    EXPECT_EQ(replay_->tally().sales, 1U);
    play(milliseconds{800});
    EXPECT_EQ(replay_->tally().sales, 2U);
}

TEST_F(ReplayTest, countsWhatWasRefusedByReason) {
    server.decide = [](const Command&, Seq) -> FakeServer::Outcome {
        return Rejection{RejectionCode::sold_out, {}, {}};
    };
    connect();
    begin("0,1,a,101,,\n", 0);
    play(seconds{1});
    EXPECT_TRUE(replay_->done());
    EXPECT_EQ(replay_->tally().sales, 0U);
    EXPECT_EQ(replay_->tally().reasons.at("sold_out"), 1U);
}

TEST_F(ReplayTest, agreesToANewPrice) {
    server.decide = [](const Command& c, Seq next) -> FakeServer::Outcome {
        const Sums now_it_is{{12'00}, {}, {}, {12'00}};
        auto with_share = now_it_is;
        with_share.shares = {{"new", 0, "city", {2'00}}};
        with_share.to_pay = {10'00};
        if (std::get<PlaceOrder>(c.body).order.shown == with_share) return Committed{next, {}};
        return Rejection{RejectionCode::price_changed, {}, with_share};
    };
    connect();
    begin("0,1,a,101,,\n", 0);
    play(seconds{1});
    EXPECT_EQ(replay_->tally().sales, 1U);
    EXPECT_EQ(replay_->tally().to_pay, (Fen{10'00}));
    EXPECT_EQ(replay_->tally().refused, 0U);
}

TEST_F(ReplayTest, takesAnOrderBack) {
    connect();
    begin("0,1,a,101,,\n0,1,a,,,cancel\n", 0);
    play(seconds{2});
    EXPECT_TRUE(replay_->done());
    EXPECT_EQ(replay_->tally().cancelled, 1U);
}

TEST_F(ReplayTest, goesOnWithoutAServer) {
    connect();
    reach_server(false);
    begin("0,1,a,101,,\n0,1,b,101,,\n", 0);
    play(milliseconds{200});
    EXPECT_TRUE(replay_->done());
    EXPECT_EQ(replay_->tally().sales, 2U);
    EXPECT_EQ(replay_->tally().committed, 0U);
    connect();
    EXPECT_EQ(replay_->tally().committed, 2U);
}

}  // namespace
}  // namespace canteen::till::test
