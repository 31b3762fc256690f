// Which room may include which. The linker keeps the same arrows; this finds a header that slips through.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/house/source_tree.h"

namespace canteen::house {
namespace {

const std::map<std::string, std::set<std::string>> allowed{
    {"canteen/domain", {}},
    {"canteen/crypto", {"canteen/domain"}},
    {"canteen/chinese", {"canteen/domain"}},
    {"canteen/app", {"canteen/domain", "canteen/crypto"}},
    {"canteen/files", {"canteen/domain"}},
    {"canteen/wire", {"canteen/domain", "canteen/crypto", "canteen/app", "canteen/files", "canteen/v1"}},
    {"canteen/storage", {"canteen/domain", "canteen/crypto", "canteen/app"}},
    {"canteen/net", {"canteen/domain", "canteen/app"}},
    {"pos-client/till", {"canteen/domain"}},
    {"pos-client/outbox", {"canteen/domain", "canteen/crypto", "canteen/wire", "canteen/app", "pos-client/till"}},
    {"pos-client/upstream",
     {"canteen/domain", "canteen/crypto", "canteen/wire", "canteen/app", "pos-client/till", "pos-client/outbox"}},
    {"pos-client/seller",
     {"canteen/domain", "canteen/crypto", "canteen/wire", "canteen/app", "pos-client/till", "pos-client/outbox",
      "pos-client/upstream"}},
    {"pos-client/replay", {"canteen/domain", "canteen/files", "pos-client/till", "pos-client/seller"}},
};

std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

TEST(Arrows, ARoomIncludesOnlyTheRoomsItMayLink) {
    const std::regex include(R"(^\s*#include "([^"]+)\")");
    for (const auto& [room, others] : allowed)
        for (const auto& source : sources({room}, {".h", ".cpp"}))
            for (const auto& line : source.lines) {
                std::smatch match;
                if (!std::regex_search(line, match, include)) continue;
                auto target = folder_of(match[1]);
                EXPECT_TRUE(target == room || others.contains(target)) << source.path << " includes " << match[1];
            }
}

TEST(Arrows, AnIncludeNamesItsRoomFromTheRoot) {
    const std::regex include(R"(^\s*#include "([^"]+)\")");
    for (const auto& source : sources({"canteen", "pos-client", "tests"}, {".h", ".cpp"}))
        for (const auto& line : source.lines) {
            std::smatch match;
            if (!std::regex_search(line, match, include)) continue;
            std::string target = match[1];
            EXPECT_TRUE(target.starts_with("canteen/") || target.starts_with("pos-client/") ||
                        target.starts_with("tests/"))
                << source.path << " includes " << target;
        }
}

TEST(Arrows, OnlyWireKnowsProtobufAndOnlyNetKnowsBeast) {
    for (const auto& source : sources({"canteen", "pos-client"}, {".h", ".cpp"}))
        for (const auto& line : source.lines) {
            if (line.find("#include") == std::string::npos) continue;
            bool protobuf =
                line.find("google/protobuf") != std::string::npos || line.find(".pb.h") != std::string::npos;
            EXPECT_FALSE(protobuf && !source.is_in("canteen/wire")) << source.path << ": " << line;
            bool beast = line.find("boost/beast") != std::string::npos || line.find("boost/asio") != std::string::npos;
            EXPECT_FALSE(beast && !source.is_in("canteen/net") && !source.is_in("canteen/boost"))
                << source.path << ": " << line;
            bool sqlite = line.find("SQLiteCpp") != std::string::npos || line.find("sqlite3.h") != std::string::npos;
            EXPECT_FALSE(sqlite && !source.is_in("canteen/storage") && !source.is_in("pos-client/outbox"))
                << source.path << ": " << line;
            bool icu = line.find("<unicode/") != std::string::npos;
            EXPECT_FALSE(icu && !source.is_in("canteen/chinese")) << source.path << ": " << line;
            bool workbooks = line.find("xlsxwriter") != std::string::npos;
            EXPECT_FALSE(workbooks && !source.is_in("canteen/files")) << source.path << ": " << line;
        }
}

}  // namespace
}  // namespace canteen::house
