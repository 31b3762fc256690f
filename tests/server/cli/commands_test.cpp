#include "canteen/cli/commands.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <thread>

#include "canteen/admin/admin_line.h"
#include "canteen/app/store.h"
#include "canteen/cli/office_commands.h"
#include "canteen/net/admin_client.h"
#include "canteen/server.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

const std::filesystem::path demo = std::filesystem::path(CANTEEN_SOURCE_DIR) / "deploy/demo-canteen";

// A canteen in a directory of its own; subcommands run in this process unless a server is up.
class Commands : public ::testing::Test {
protected:
    Commands() {
        config_.directory = dir_.path() / "canteen";
        config_.key_file = dir_.path() / "canteen.key";
        config_.site.name = "德安邻里食堂";
        config_.site.area = "510117007";
        config_.port = 0;
        config_.demo = true;
        init(config_, std::nullopt, out_);
        out_.str("");
    }
    std::string import_demo(const std::string& kind) {
        std::ostringstream out;
        import_file(config_, kind, demo / (kind + ".csv"), "", out);
        return out.str();
    }
    std::string verified(const std::string& anchor = "") {
        std::ostringstream out;
        verify_database(config_, anchor, "", out);
        return out.str();
    }

    TempDir dir_;
    Config config_;
    std::ostringstream out_;
};

TEST_F(Commands, ANewCanteenIsCleanAndItsKeysAreItsOwnersOnly) {
    EXPECT_TRUE(verified().starts_with("clean, checked to 1:")) << verified();
    auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    EXPECT_EQ(std::filesystem::status(config_.key_file).permissions() & others, std::filesystem::perms::none);
}

TEST_F(Commands, ACanteenIsNeverMadeOverAnother) {
    EXPECT_THROW(init(config_, std::nullopt, out_), OperatorError);
}

TEST_F(Commands, FilesAreImportedAndTheSecondTimeThereIsNothingToDo) {
    EXPECT_NE(import_demo("calendar").find("COMMITTED("), std::string::npos);
    EXPECT_NE(import_demo("menu").find("COMMITTED("), std::string::npos);
    EXPECT_NE(import_demo("members").find("COMMITTED("), std::string::npos);
    EXPECT_NE(import_demo("menu").find("nothing_to_import"), std::string::npos);
    EXPECT_NE(import_demo("members").find("nothing_to_import"), std::string::npos);
    EXPECT_TRUE(verified().starts_with("clean")) << verified();
}

TEST_F(Commands, TablesMayBeInTheEncodingOfAChineseWindows) {
    // 李桂芳 in GB 18030; then a byte that no encoding has.
    const std::string lines = "number,name,born\r\n1001,\xc0\xee\xb9\xf0\xb7\xbc,1950-03-01\r\n";
    std::ofstream(dir_.path() / "members.csv") << lines;
    std::ostringstream out;
    EXPECT_EQ(import_file(config_, "members", dir_.path() / "members.csv", "", out), EXIT_SUCCESS) << out.str();
    std::ofstream(dir_.path() / "utf8.csv") << "number,name,born\n1001,李桂芳,1950-03-01\n";
    import_file(config_, "members", dir_.path() / "utf8.csv", "", out);
    EXPECT_NE(out.str().find("nothing_to_import"), std::string::npos) << out.str();
    std::ofstream(dir_.path() / "bad.csv") << lines << "1002,\xc0\xee\xff,1950-03-01\r\n";
    EXPECT_EQ(import_file(config_, "members", dir_.path() / "bad.csv", "", out), EXIT_FAILURE);
    EXPECT_NE(out.str().find("line 3, column 7: neither UTF-8 nor GB 18030"), std::string::npos) << out.str();
}

TEST_F(Commands, AFileWithOneWrongLineChangesNothingAndSaysWhere) {
    std::ofstream(dir_.path() / "menu.csv") << "date,meal,from,to,dish,name,price\n"
                                               "2026-04-14,lunch,10:30,13:30,1,米饭,1\n"
                                               "2026-04-14,lunch,10:30,13:30,2,馒头,one\n";
    std::ostringstream out;
    EXPECT_EQ(import_file(config_, "menu", dir_.path() / "menu.csv", "", out), EXIT_FAILURE);
    EXPECT_NE(out.str().find("line 3, column 35, price"), std::string::npos) << out.str();
    EXPECT_TRUE(verified().starts_with("clean, checked to 1:"));
}

TEST_F(Commands, ASchemeWhoseCasesDoNotHoldIsRefused) {
    std::ifstream in(demo / "../schemes/cd-qionglai-2025.json");
    std::stringstream text;
    text << in.rdbuf();
    auto changed = text.str();
    changed.replace(changed.find("\"fen\": 600"), 10, "\"fen\": 500");
    std::ofstream(dir_.path() / "scheme.json") << changed;
    std::ostringstream out;
    EXPECT_EQ(import_file(config_, "scheme", dir_.path() / "scheme.json", "", out), EXIT_FAILURE);
    EXPECT_NE(out.str().find("cases.cd1"), std::string::npos) << out.str();
}

TEST_F(Commands, EnrolPrintsACodeAndLettersAreGivenOnce) {
    EXPECT_EQ(enrol(config_, "till", "till 1", "A", out_), EXIT_SUCCESS);
    EXPECT_EQ(out_.str().size(), 11U);
    EXPECT_EQ(enrol(config_, "till", "till 2", "A", out_), EXIT_FAILURE);
    EXPECT_NE(out_.str().find("letters_taken"), std::string::npos);
    EXPECT_EQ(enrol(config_, "kitchen", "bad\xffname", "", out_), EXIT_FAILURE);
    EXPECT_EQ(revoke(config_, "till 1", out_), EXIT_SUCCESS);
    EXPECT_EQ(revoke(config_, "till 1", out_), EXIT_FAILURE);
    EXPECT_EQ(enrol(config_, "till", "till 3", "A", out_), EXIT_SUCCESS)
        << "the first never came in: it has no numbers";
    EXPECT_EQ(enrol(config_, "till", "till 3", "B", out_), EXIT_FAILURE);
    EXPECT_NE(out_.str().find("name_taken"), std::string::npos);
    out_.str("");
    EXPECT_EQ(devices(config_, out_), EXIT_SUCCESS);
    const auto listed = out_.str();
    EXPECT_NE(listed.find("  till  till 3  A  not claimed yet, never seen"), std::string::npos) << listed;
    EXPECT_EQ(listed.find("till 1"), std::string::npos) << listed;
    EXPECT_EQ(revoke(config_, listed.substr(0, 32), out_), EXIT_SUCCESS) << "by its id";
}

TEST_F(Commands, ARefundNamesItsOrderByDateAndNumber) {
    EXPECT_EQ(refund_order(config_, "2026-04-14", "A012", "quality", {}, out_), EXIT_FAILURE);
    EXPECT_NE(out_.str().find("order_unknown"), std::string::npos) << out_.str();
    EXPECT_EQ(refund_order(config_, "2026-04-14", "A012", "fun", {}, out_), EXIT_FAILURE);
    EXPECT_EQ(refund_order(config_, "2026-04-14", "A012", "quality", {"two"}, out_), EXIT_FAILURE);
    EXPECT_TRUE(verified().starts_with("clean, checked to 1:")) << verified();
}

TEST_F(Commands, AMembersAccountIsFilledPaidOutAndMovedByNumber) {
    import_demo("members");
    std::ifstream members(demo / "members.csv");
    std::string heading, first, second;
    std::getline(members, heading);
    std::getline(members, first);
    std::getline(members, second);
    const auto one = first.substr(0, first.find(',')), other = second.substr(0, second.find(','));
    EXPECT_EQ(ask_account(config_, {"topup", one, "100", "10.50", "wechat", "42"}, out_), EXIT_SUCCESS) << out_.str();
    EXPECT_EQ(ask_account(config_, {"payout", one, "50", "cash", ""}, out_), EXIT_SUCCESS) << out_.str();
    EXPECT_EQ(ask_account(config_, {"transfer", one, other}, out_), EXIT_SUCCESS) << out_.str();
    EXPECT_EQ(ask_account(config_, {"payout", one, "1", "cash", ""}, out_), EXIT_FAILURE);
    EXPECT_EQ(ask_account(config_, {"deduct", "principal", "bonus"}, out_), EXIT_SUCCESS) << out_.str();
    EXPECT_EQ(ask_account(config_, {"deduct", "bonus", "principal", "points", "allowance"}, out_), EXIT_SUCCESS);
    for (const auto& wrong : {std::vector<std::string>{"deduct", "bonus", "points"},
                              {"deduct", "bonus", "cash"},
                              {"deduct", "bonus", "bonus"},
                              {"deduct", "bonus"}})
        EXPECT_EQ(ask_account(config_, wrong, out_), EXIT_FAILURE);
    EXPECT_EQ(list_corrections_of(config_, one, "2026-04-01", out_), EXIT_FAILURE);
    EXPECT_NE(out_.str().find("nothing_to_correct"), std::string::npos) << out_.str();
    EXPECT_EQ(ask_account(config_, {"topup", "no such number", "1", "0", "cash", ""}, out_), EXIT_FAILURE);
    EXPECT_EQ(ask_account(config_, {"topup", one, "1.234", "0", "cash", ""}, out_), EXIT_FAILURE);
    std::ofstream(dir_.path() / "balances.csv") << "number,principal,bonus\n" << one << ",12.50,1\n";
    EXPECT_EQ(import_file(config_, "balances", dir_.path() / "balances.csv", "", out_), EXIT_SUCCESS) << out_.str();
    EXPECT_EQ(import_file(config_, "balances", dir_.path() / "balances.csv", "", out_), EXIT_FAILURE);
    EXPECT_TRUE(verified().starts_with("clean")) << verified();
}

TEST_F(Commands, ABackupIsRestoredUnderANewEpochAndHoldsTheOldAnchor) {
    import_demo("calendar");
    auto said = verified();
    auto anchor = said.substr(said.find("to ") + 3);
    anchor.pop_back();
    EXPECT_EQ(backup_database(config_, dir_.path() / "backup.db", out_), EXIT_SUCCESS);
    EXPECT_EQ(restore_database(config_, dir_.path() / "backup.db", out_), EXIT_SUCCESS);
    EXPECT_TRUE(verified(anchor).starts_with("clean, checked to 3:")) << verified(anchor);
    auto forged = anchor;
    forged.back() = forged.back() == '0' ? '1' : '0';
    EXPECT_NE(verified(forged).find("NOT CLEAN"), std::string::npos);
}

TEST_F(Commands, NoPathOfABackupHarmsTheRunningServer) {
    Server server(config_, std::nullopt);
    std::thread running([&] { EXPECT_EQ(server.run(), EXIT_SUCCESS); });
    for (const auto& path : {dir_.path() / std::string(300, 'x'), dir_.path() / "nowhere" / "b.db"}) {
        EXPECT_THROW(backup_database(config_, path, out_), StoreError);
        EXPECT_FALSE(AdminLine(config_).tell(BackUp{path.string()}).ok);
    }
    EXPECT_EQ(backup_database(config_, dir_.path() / "backup.db", out_), EXIT_SUCCESS);
    EXPECT_NE(import_demo("calendar").find("COMMITTED(2)"), std::string::npos) << "it serves";
    std::filesystem::remove(config_.database());
    EXPECT_EQ(backup_database(config_, dir_.path() / "rescued.db", out_), EXIT_SUCCESS)
        << "only the server has it still";
    EXPECT_NE(out_.str().find("backed up to seq 2"), std::string::npos) << out_.str();
    server.stop();
    running.join();
}

TEST_F(Commands, CopiesForAVerifyGoWhereTheyAreTold) {
    Server server(config_, std::nullopt);
    std::thread running([&] { EXPECT_EQ(server.run(), EXIT_SUCCESS); });
    config_.scratch = dir_.path() / "nowhere";
    EXPECT_THROW(verified(), StoreError);
    config_.scratch = dir_.path();
    std::ofstream(dir_.path() / "check-999999999.db") << "left by a process that was killed";
    EXPECT_TRUE(verified().starts_with("clean, checked to 1:")) << verified();
    for (const auto& left : std::filesystem::directory_iterator(dir_.path()))
        EXPECT_NE(left.path().extension(), ".db") << left.path();
    server.stop();
    running.join();
}

TEST_F(Commands, WithAServerRunningTheSameSubcommandsAskIt) {
    auto server = std::make_unique<Server>(config_, std::nullopt);
    std::thread running([&] { EXPECT_EQ(server->run(), EXIT_SUCCESS); });
    EXPECT_TRUE(admin_listens(config_.admin_socket().string()));
    EXPECT_NE(import_demo("calendar").find("COMMITTED(2)"), std::string::npos);
    EXPECT_TRUE(verified().starts_with("clean, checked to 2:")) << verified();
    EXPECT_EQ(enrol(config_, "kitchen", "kitchen", "", out_), EXIT_SUCCESS);
    EXPECT_EQ(backup_database(config_, dir_.path() / "backup.db", out_), EXIT_SUCCESS);
    server->stop();
    running.join();
    server.reset();
    EXPECT_FALSE(admin_listens(config_.admin_socket().string()));
    EXPECT_TRUE(verified().starts_with("clean, checked to 3:")) << verified();
}

TEST_F(Commands, ExplainsAPastMealByTheSchemeOfItsDayWithAndWithoutAServer) {
    import_demo("calendar");
    import_demo("menu");
    import_demo("members");
    std::ostringstream imported;
    ASSERT_EQ(import_file(config_, "scheme", demo / "../schemes/cd-qionglai-2025.json", "3", imported), EXIT_SUCCESS);
    const ExplainWords asked{"1003", "2026-04-13", "lunch", "901x1", "dine_in", "0", "en", "number"};
    std::ostringstream without;
    EXPECT_EQ(explain_order(config_, asked, without), EXIT_SUCCESS);
    EXPECT_NE(without.str().find("scheme cd-qionglai-2025"), std::string::npos) << without.str();
    EXPECT_NE(without.str().find("step 1 subsidy"), std::string::npos) << without.str();
    EXPECT_NE(without.str().find("as of the beginning of that meal"), std::string::npos) << without.str();

    auto server = std::make_unique<Server>(config_, std::nullopt);
    std::thread running([&] { EXPECT_EQ(server->run(), EXIT_SUCCESS); });
    std::ostringstream with;
    EXPECT_EQ(explain_order(config_, asked, with), EXIT_SUCCESS);
    EXPECT_EQ(with.str(), without.str());
    auto nobody = asked;
    nobody.member = "4711";
    EXPECT_EQ(explain_order(config_, nobody, with), EXIT_FAILURE);
    auto no_day = asked;
    no_day.date = "2031-01-01";
    EXPECT_EQ(explain_order(config_, no_day, with), EXIT_FAILURE);
    EXPECT_NE(with.str().find("There is no menu for this meal"), std::string::npos);
    server->stop();
    running.join();
}

TEST_F(Commands, APriorityIsANumberAndOfASchemeAlone) {
    std::ostringstream out;
    EXPECT_EQ(import_file(config_, "calendar", demo / "calendar.csv", "1", out), EXIT_FAILURE);
    EXPECT_EQ(import_file(config_, "scheme", demo / "../schemes/cd-qionglai-2025.json", "first", out), EXIT_FAILURE);
    EXPECT_NE(out.str().find("a priority is a number"), std::string::npos) << out.str();
}

TEST_F(Commands, ADemoClockIsOnlyForADemoCanteen) {
    config_.demo = false;
    EXPECT_THROW(Server(config_, DemoTime{}), OperatorError);
}

TEST(DemoTime, IsAnInstantOfTheSiteWithOrWithoutASpeed) {
    auto time = parse_demo_time("2026-04-14T10:55:00+08:00,60");
    ASSERT_TRUE(time.has_value());
    EXPECT_EQ(time->start, instant_at_site(*make_date(2026, 4, 14), {655}));
    EXPECT_EQ(time->speed, 60);
    EXPECT_EQ(parse_demo_time("2026-04-14T10:55:00+08:00")->speed, 1);
    for (const char* wrong :
         {"2026-04-14", "2026-04-14T10:55:00Z", "2026-04-14T10:55:61+08:00", "2026-04-14T10:55:00+08:00,0"})
        EXPECT_FALSE(parse_demo_time(wrong).has_value()) << wrong;
}

}  // namespace
}  // namespace canteen
