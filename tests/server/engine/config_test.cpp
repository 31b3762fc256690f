#include "canteen/engine/config.h"

#include <gtest/gtest.h>

#include <fstream>

#include "canteen/domain/model/facts.h"
#include "tests/support/temp_dir.h"

namespace canteen {
namespace {

class ConfigFile : public ::testing::Test {
protected:
    void write(const std::string& text) { std::ofstream(Config::file_in(dir_.path())) << text; }
    std::string error_of(const std::string& text) {
        write(text);
        try {
            load_config(dir_.path());
        } catch (const OperatorError& error) {
            return error.what();
        }
        return "";
    }
    TempDir dir_;
};

constexpr auto least = "name = \"德安邻里食堂\"\narea = \"510117007\"\n";

TEST_F(ConfigFile, NeedsOnlyTheNameAndTheStreet) {
    write(least);
    auto config = load_config(dir_.path());
    EXPECT_EQ(config.site.name, "德安邻里食堂");
    EXPECT_EQ(config.address, "127.0.0.1");
    EXPECT_EQ(config.site.hold_for, std::chrono::minutes(5));
}

TEST_F(ConfigFile, MaySayWhoseInhabitantsAreResidents) {
    write(std::string(least) + "served_area = \"510117\"\n");
    const auto site = load_config(dir_.path()).site;
    EXPECT_EQ(areas_of(site).served, "510117");
    EXPECT_EQ(areas_of(site).site, site.area);
}

TEST_F(ConfigFile, IsReadBackAsItWasWritten) {
    Config config;
    config.directory = dir_.path();
    config.key_file = dir_.path() / "elsewhere.key";
    config.site.name = "红旗社区食堂";
    config.site.area = "510117001";
    config.port = 9000;
    config.hosts = {"canteen.local"};
    config.demo = true;
    write_config(config);
    auto read = load_config(dir_.path());
    EXPECT_EQ(read.site.name, config.site.name);
    EXPECT_EQ(read.port, config.port);
    EXPECT_EQ(read.hosts, config.hosts);
    EXPECT_EQ(read.key_file, config.key_file);
    EXPECT_TRUE(read.demo);
}

TEST_F(ConfigFile, HoldsNoTextThatCouldNotBeShown) {
    EXPECT_NE(error_of("name = \"德安\\u202E食堂\"\narea = \"510117007\"\n").find("'name' holds"), std::string::npos);
    EXPECT_NE(error_of(std::string(least) + "hosts = [\"a\\u200Bb\"]\n").find("'hosts' holds"), std::string::npos);
    std::filesystem::remove(Config::file_in(dir_.path()));
    Config config;
    config.directory = dir_.path();
    config.site.name = "\xb5\xc2\xb0\xb2";  // GBK
    EXPECT_THROW(write_config(config), OperatorError);
    EXPECT_FALSE(std::filesystem::exists(Config::file_in(dir_.path())));
}

TEST_F(ConfigFile, IsNeverOverwritten) {
    write(least);
    Config config;
    config.directory = dir_.path();
    EXPECT_THROW(write_config(config), OperatorError);
}

TEST_F(ConfigFile, SaysWhatIsWrong) {
    EXPECT_NE(error_of(std::string(least) + "prot = 1\n").find("unknown key 'prot'"), std::string::npos);
    EXPECT_NE(error_of(std::string(least) + "port = 70000\n").find("'port' must be from 0 to 65535"),
              std::string::npos);
    EXPECT_NE(error_of(std::string(least) + "port = \"1\"\n").find("'port' has the wrong type"), std::string::npos);
    EXPECT_NE(error_of("name = \"x\"\narea = \"5101\"\n").find("9 digits"), std::string::npos);
    EXPECT_NE(error_of(std::string(least) + "served_area = \"51011\"\n").find("served_area"), std::string::npos);
    EXPECT_NE(error_of("name = \n").find("line 1"), std::string::npos);
}

TEST(ListenProblem, BeyondLoopbackNeedsToBeSaid) {
    Config config;
    EXPECT_EQ(listen_problem(config), "");
    config.address = "0.0.0.0";
    EXPECT_NE(listen_problem(config), "");
    config.insecure_lan = true;
    EXPECT_EQ(listen_problem(config), "");
}

}  // namespace
}  // namespace canteen
