// A command of the command line does the same, says the same and ends with the same code whoever holds the till.
#include <gtest/gtest.h>

#include <sstream>

#include "pos-client/command/asked_command.h"
#include "pos-client/command/command_run.h"
#include "pos-client/command/command_words.h"
#include "pos-client/command/exit_codes.h"
#include "tests/pos_client/till_bench.h"

namespace canteen::till::test {
namespace {

class CommandAtTill : public TillBench, public testing::Test {
protected:
    CommandAtTill() {
        hear = [this](const News& news) {
            if (run_) run_->hear(news, now);
        };
    }

    // Says the words at this till, and gives the exit code once it is there.
    int say(const std::vector<std::string>& words, const std::string& lines = "") {
        out_.str("");
        err_.str("");
        sold_ = 0;
        std::istringstream input(lines);
        auto chosen = std::get<Chosen>(read_command(words, input));
        run_ = std::make_unique<CommandRun>(std::move(chosen.command), chosen.language,
                                            CommandRun::Desk{seller(), outbox(), {out_, err_}}, now);
        run_->on_sold = [this](OrderId) { ++sold_; };
        while (!run_->is_done()) {
            run_->on_timer(now);
            run_for(step);
        }
        const int code = run_->exit_code();
        run_.reset();
        return code;
    }
    int sell(const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"--lang", "en", "sell", "--dir", "anywhere", "--dish", pork_};
        words.insert(words.end(), more.begin(), more.end());
        return say(words);
    }
    std::string pickup() const { return out_.str().substr(7, 4); }

    const std::string pork_ = std::to_string(pork.value);
    std::ostringstream out_, err_;
    std::unique_ptr<CommandRun> run_;
    int sold_ = 0;
};

TEST_F(CommandAtTill, SaleIsToldAsQueuedAndAsCommitted) {
    connect();
    EXPECT_EQ(sell(), exit_done);
    EXPECT_TRUE(out_.str().starts_with("QUEUED A001")) << out_.str();
    EXPECT_NE(out_.str().find("COMMITTED"), std::string::npos) << out_.str();
    EXPECT_EQ(sold_, 1);
}

TEST_F(CommandAtTill, SaleWithoutTheServerStandsAndWaits) {
    connect();
    reach_server(false);
    EXPECT_EQ(sell({"--wait-ms", "200"}), exit_waiting);
    EXPECT_TRUE(out_.str().starts_with("QUEUED A001")) << out_.str();
    EXPECT_EQ(sold_, 1);
    EXPECT_EQ(say({"queue", "--dir", "anywhere"}), exit_waiting);
}

TEST_F(CommandAtTill, SaleThatTheServerRefusesIsNoSale) {
    server.decide = [](const Command&, Seq) { return Rejection{RejectionCode::sold_out, {}, {}}; };
    connect();
    EXPECT_EQ(sell(), exit_refused);
    EXPECT_EQ(sold_, 0);
}

// An answer to somebody else's sale at the same till is nothing to this command.
TEST_F(CommandAtTill, OnlyItsOwnSaleIsHeardOf) {
    connect();
    pass_up = [](const ClientMessage& m) { return !std::holds_alternative<Submit>(m); };
    TillBench::sell(basket({{pork}}));
    pass_up = [](const ClientMessage&) { return true; };
    reach_server(false);
    EXPECT_EQ(sell({"--wait-ms", "200"}), exit_waiting);
    EXPECT_EQ(out_.str().find("COMMITTED"), std::string::npos) << out_.str();
}

TEST_F(CommandAtTill, OrderIsTakenBackByItsNumber) {
    connect();
    ASSERT_EQ(sell(), exit_done);
    EXPECT_EQ(say({"--lang", "en", "cancel", pickup(), "--dir", "anywhere"}), exit_done);
    EXPECT_EQ(say({"--lang", "en", "cancel", "Z999", "--dir", "anywhere"}), exit_refused);
    EXPECT_FALSE(err_.str().empty());
}

TEST_F(CommandAtTill, RefundWithoutTheServerIsRefusedInWords) {
    connect();
    ASSERT_EQ(sell(), exit_done);
    reach_server(false);
    EXPECT_EQ(say({"--lang", "en", "refund", pickup(), "--dir", "anywhere", "--wait-ms", "100"}), exit_refused);
    EXPECT_FALSE(err_.str().empty());
}

// A card's number must not be read off the list of processes.
TEST_F(CommandAtTill, CardMayComeFromTheInput) {
    connect();
    EXPECT_EQ(say({"sell", "--dir", "anywhere", "--dish", pork_, "--card", "-"}, "0000000000\n"), exit_refused);
    EXPECT_EQ(say({"sell", "--dir", "anywhere", "--dish", pork_, "--card", "-"}, ""), exit_done)
        << "an empty line is no card";
}

TEST(CommandWords, WhatIsNoCommandIsAnErrorAndNoEnd) {
    std::istringstream none;
    for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                  {"sell"},
                                                  {"serve", "--dir", "x"},
                                                  {"cancel", "--dir", "x"},
                                                  {"sell", "--dir", "x", "--dish", "?"}})
        EXPECT_TRUE(std::holds_alternative<std::string>(read_command(words, none)));
}

TEST(AskedCommand, ArrivesAsItWasSaid) {
    const AskedCommand asked{{"--lang", "en", "sell", "--dish", "206", ""}, "一张卡\n\n"};
    EXPECT_EQ(read_asked_command(to_request(asked)), asked);
    const CommandReply reply{3, "QUEUED\n", "为什么\n"};
    EXPECT_EQ(read_command_reply(to_text(reply)), reply);
}

TEST(AskedCommand, WhatWasCutOffOrIsSomethingElseIsNone) {
    const auto whole = to_request({{"queue"}, "line\n"});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto read = read_asked_command(whole.substr(0, size));
        EXPECT_TRUE(!read || read->words.empty()) << size;
    }
    EXPECT_FALSE(read_asked_command("page"));
    const auto reply = to_text({0, "a", "b"});
    for (std::size_t size = 0; size < reply.size(); ++size) EXPECT_FALSE(read_command_reply(reply.substr(0, size)));
}

}  // namespace
}  // namespace canteen::till::test
