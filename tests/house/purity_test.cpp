// The rules decide on values: no clock, chance, thread, file, environment or float in domain/.
#include <gtest/gtest.h>

#include <regex>

#include "tests/house/source_tree.h"

namespace canteen::house {
namespace {

std::string without_comment(const std::string& line) {
    return line.substr(0, line.find("//"));
}

void expect_absent(const std::string& folder, const std::regex& banned) {
    for (const auto& source : sources({folder}, {".h", ".cpp"}))
        for (std::size_t i = 0; i < source.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(without_comment(source.lines[i]), banned))
                << source.path << ":" << i + 1 << ": " << source.lines[i];
}

TEST(Purity, TheDomainHasNoFloat) {
    expect_absent("canteen/domain", std::regex(R"(\b(double|float)\b)"));
}

TEST(Purity, TheDomainHasNoClockChanceThreadOrFile) {
    expect_absent(
        "canteen/domain",
        std::regex(
            R"(system_clock|steady_clock|random_device|mt19937|\brand\(|std::thread|std::mutex|fstream|iostream|cstdio|getenv)"));
}

TEST(Purity, MoneyIsNeverAFloatAnywhere) {
    expect_absent("canteen/app", std::regex(R"(\b(double|float)\b.*(fen|price|amount))"));
    expect_absent("canteen/wire", std::regex(R"(\b(double|float)\b.*(fen|price|amount))"));
    expect_absent("canteen/storage", std::regex(R"(\b(double|float)\b.*(fen|price|amount))"));
    expect_absent("pos-client", std::regex(R"(\b(double|float)\b.*(fen|price|amount))"));
}

TEST(Purity, SqlIsOnlyEverBound) {
    expect_absent("canteen/sqlite", std::regex(R"re((SELECT|INSERT|UPDATE|DELETE)[^"]*"\s*\+)re"));
    expect_absent("canteen/storage", std::regex(R"re((SELECT|INSERT|UPDATE|DELETE)[^"]*"\s*\+)re"));
    expect_absent("pos-client/printer", std::regex(R"re((SELECT|INSERT|UPDATE|DELETE)[^"]*"\s*\+)re"));
    expect_absent("pos-client/outbox", std::regex(R"re((SELECT|INSERT|UPDATE|DELETE)[^"]*"\s*\+)re"));
}

TEST(Purity, NoLambdaWithCapturesStandsInsideACoAwait) {
    expect_absent("canteen/net", std::regex(R"(co_await[^;]*\[[^\]\s]+\]\s*(\(|mutable|\{))"));
}

TEST(Purity, PagesPutTextInAsTextOnly) {
    for (const auto& source : sources({"canteen/web"}, {".ts", ".tsx"}))
        for (std::size_t i = 0; i < source.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(source.lines[i],
                                           std::regex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write")))
                << source.path << ":" << i + 1;
}

}  // namespace
}  // namespace canteen::house
