#include "canteen/app/sessions/security_log.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/lunch.h"

namespace canteen {
namespace {

using namespace std::chrono_literals;

TEST(SecurityLog, SaysWhatWhyWhereFromAndWhichDevice) {
    std::vector<std::string> lines;
    SecurityLog log([&lines](const std::string& line) { lines.push_back(line); });
    log.note("hello", "signature_wrong", "192.168.1.7", testing::id_of<DeviceId>(5), {});
    EXPECT_EQ(lines, (std::vector<std::string>{"security what=hello code=signature_wrong address=192.168.1.7 "
                                               "device=00000000000000000000000000000005"}));
}

TEST(SecurityLog, WritesSoManyLinesAnAddressAndThenTheirNumber) {
    std::vector<std::string> lines;
    SecurityLog log([&lines](const std::string& line) { lines.push_back(line); });
    SecurityLog::Instant now;
    for (std::size_t i = 0; i < SecurityLog::lines_a_window + 7; ++i)
        log.note("enrol", "code_unknown", "10.0.0.7", {}, now);
    EXPECT_EQ(lines.size(), SecurityLog::lines_a_window);
    log.note("enrol", "code_unknown", "10.0.0.8", {}, now);
    EXPECT_EQ(lines.size(), SecurityLog::lines_a_window + 1) << "another address has lines of its own";
    log.note("enrol", "code_unknown", "10.0.0.7", {}, now + SecurityLog::window);
    EXPECT_EQ(lines.back(), "security what=enrol code=code_unknown address=10.0.0.7 left_out=7");
}

TEST(SecurityLog, ShowsNoTextThatAFrontsHeaderMayHold) {
    std::vector<std::string> lines;
    SecurityLog log([&lines](const std::string& line) { lines.push_back(line); });
    log.note("connection", "full", "110101195001010014\nsecurity what=fine", {}, {});
    EXPECT_EQ(lines.at(0), "security what=connection code=full address=?");
}

}  // namespace
}  // namespace canteen
