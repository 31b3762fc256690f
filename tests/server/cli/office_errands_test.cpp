// The office's words send the same frames and get the same answers with and without a server.
#include "canteen/cli/office_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <sstream>
#include <thread>

#include "canteen/cli/commands.h"
#include "canteen/server.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

using testing::HasSubstr;

class OfficeErrands : public testing::TestWithParam<bool> {
protected:
    OfficeErrands() {
        config_.directory = dir_.path() / "canteen";
        config_.key_file = dir_.path() / "canteen.key";
        config_.site.name = "德安邻里食堂";
        config_.site.area = "510117007";
        config_.port = 0;
        std::ostringstream out;
        init(config_, std::nullopt, out);
        std::ofstream(dir_.path() / "members.csv") << "number,name,born\n80001,曾小美,1948-02-29\n"
                                                      "80002,曾小美,1948-02-29\n";
        if (GetParam()) {
            server_ = std::make_unique<Server>(config_, std::nullopt);
            serving_ = std::thread([this] { EXPECT_EQ(server_->run(), EXIT_SUCCESS); });
        }
        import_file(config_, "members", dir_.path() / "members.csv", "", out);
    }
    ~OfficeErrands() override {
        if (!server_) return;
        server_->stop();
        serving_.join();
    }
    std::string office(const std::vector<std::string>& words) {
        std::ostringstream out;
        was_done_ = ask_office(config_, words, "", out) == EXIT_SUCCESS;
        return out.str();
    }
    std::string frame(const std::string& json) {
        std::ostringstream out;
        was_done_ = ask_frame(config_, json, out) == EXIT_SUCCESS;
        return out.str();
    }

    TempDir dir_;
    Config config_;
    std::unique_ptr<Server> server_;
    std::thread serving_;
    bool was_done_ = false;
};

TEST_P(OfficeErrands, TwoRecordsAreShownSideBySideAndThenMerged) {
    EXPECT_THAT(office({"member", "merge", "80001", "80001"}), HasSubstr("same_member"));
    const auto seen = office({"member", "merge", "80001", "80002"});
    EXPECT_TRUE(was_done_);
    EXPECT_THAT(seen, HasSubstr("\nnumber: 80001 | 80002\n"));
    EXPECT_THAT(seen, HasSubstr("nothing is changed yet"));
    const auto words = seen.substr(seen.find("seen="), seen.find_last_not_of('\n') + 1 - seen.find("seen="));
    EXPECT_THAT(office({"member", "merge", "80001", "80002", words}), HasSubstr("done, COMMITTED("));
    EXPECT_EQ(office({"member", "find", "80002"}), "80001 曾小美\n1 found\n");
    const auto audit = office({"audit"});
    EXPECT_THAT(audit, HasSubstr("PreviewMerge  80001"));
    EXPECT_THAT(audit, HasSubstr("PreviewMerge  80002"));
    EXPECT_THAT(office({"audit", "0"}), HasSubstr("HOW MANY"));
    EXPECT_FALSE(was_done_);
}

TEST_P(OfficeErrands, AStaffRecordIsChangedInWhatTheWordsSayAlone) {
    office({"staff", "add", "甄收银", "role=cashier", "valid=2026-01-01.."});
    EXPECT_THAT(office({"staff", "set", "甄收银", "name=甄大姐", "role=cashier,supervisor"}),
                HasSubstr("changed, COMMITTED("));
    EXPECT_TRUE(was_done_);
    EXPECT_THAT(office({"staff", "list"}), HasSubstr(" 甄大姐 cashier,supervisor 2026-01-01.., no PIN\n1 people"));
    EXPECT_THAT(office({"staff", "set", "甄大姐", "valid=..2026-12-31"}), HasSubstr("changed"));
    EXPECT_THAT(office({"staff", "list"}), HasSubstr(" 甄大姐 cashier,supervisor ..2026-12-31"));
    EXPECT_THAT(office({"staff", "set", "甄收银", "role=clerk"}), HasSubstr("nobody, or several"));
    EXPECT_THAT(office({"staff", "set", "甄大姐"}), HasSubstr("says what changes"));
    EXPECT_FALSE(was_done_);
}

TEST_P(OfficeErrands, TheAuditOfActsNamesWhoGaveEachCommandTheNewestFirst) {
    office({"staff", "add", "甄收银"});
    office({"staff", "end", "甄收银"});
    const auto me = "os_user " + std::to_string(::getuid());
    const auto acts = office({"audit", "acts", "2"});
    EXPECT_TRUE(was_done_);
    EXPECT_LT(acts.find(me + "  EndStaff  row "), acts.find(me + "  PutStaff  row ")) << acts;
    EXPECT_NE(acts.find("PutStaff"), std::string::npos);
    EXPECT_EQ(std::count(acts.begin(), acts.end(), '\n'), 2);
    EXPECT_THAT(office({"audit", "acts", "0"}), HasSubstr("HOW MANY"));
    EXPECT_FALSE(was_done_);
}

TEST_P(OfficeErrands, WordsThatAreWrongOrRefusedEndWithOne) {
    EXPECT_THAT(office({}), HasSubstr("office is followed by one of"));
    EXPECT_FALSE(was_done_);
    EXPECT_THAT(office({"member", "show", "1"}), HasSubstr("no member has the number 1"));
    EXPECT_THAT(office({"member", "review", "80001", "nowhere", "submitted"}), HasSubstr("scheme_unknown"));
    EXPECT_FALSE(was_done_);
    const std::string claim(32, '1');
    EXPECT_THAT(office({"claim", "reject", claim, "2026-04-14", "A012", "reason=r"}), HasSubstr("order_unknown"));
    EXPECT_FALSE(was_done_);
    EXPECT_EQ(office({"claim", "list"}), "0 claims\n");
    EXPECT_TRUE(was_done_);
}

TEST_P(OfficeErrands, AFrameInJsonIsAnsweredByOne) {
    EXPECT_THAT(frame(R"({"ask": {"queryId": "7", "findMembers": {"text": "80001"}}})"),
                HasSubstr("\"queryId\":\"7\""));
    EXPECT_TRUE(was_done_);
    EXPECT_THAT(frame(R"({"submit": {"command": {"commandId": "AZ2MVmAAcACAAAAAAAAAAQ==",
                         "handOver": {"orderId": "AZ2MVmAAcACAAAAAAAAAAQ=="}}}})"),
                HasSubstr("not_permitted"));
    EXPECT_FALSE(was_done_);
    EXPECT_THAT(frame(R"({"ask": {"queryId": "7", "findEverything": {}}})"), HasSubstr("client_newer"));
    EXPECT_FALSE(was_done_);
}

INSTANTIATE_TEST_SUITE_P(WithoutAndWithAServer, OfficeErrands, testing::Bool());

}  // namespace
}  // namespace canteen
