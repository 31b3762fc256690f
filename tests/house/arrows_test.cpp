// Says which folder may include which. The linker keeps the same arrows; this finds a header that slips through.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/house/source_tree.h"

namespace canteen::house {
namespace {

using Rooms = std::set<std::string>;

// Each folder and those it links; it may include what these link, too.
const std::map<std::string, Rooms> links{
    {"canteen/domain/base", {}},
    {"canteen/domain/model", {"canteen/domain/base"}},
    {"canteen/domain/subsidy", {"canteen/domain/model"}},
    {"canteen/domain/order", {"canteen/domain/model"}},
    {"canteen/domain/ledger", {"canteen/domain/order"}},
    {"canteen/domain/claims", {"canteen/domain/ledger", "canteen/domain/subsidy"}},
    {"canteen/domain/state", {"canteen/domain/ledger", "canteen/domain/subsidy"}},
    {"canteen/domain/sales", {"canteen/domain/state"}},
    {"canteen/domain/office", {"canteen/domain/sales"}},
    {"canteen/domain/drawer", {"canteen/domain/state"}},
    {"canteen/domain", {"canteen/domain/office", "canteen/domain/drawer", "canteen/domain/claims"}},
    {"canteen/crypto", {"canteen/domain/model"}},
    {"canteen/app", {"canteen/crypto", "canteen/domain/state"}},
    {"canteen/app/writer", {"canteen/app", "canteen/domain"}},
    {"canteen/app/feeds", {"canteen/app/writer"}},
    {"canteen/app/sessions", {"canteen/app/feeds"}},
    {"canteen/texts", {"canteen/domain/model"}},
    {"canteen/chinese", {"canteen/app"}},
    {"canteen/files", {"canteen/domain/model"}},
    {"canteen/files/tables", {"canteen/files", "canteen/domain/office"}},
    {"canteen/files/schemes", {"canteen/files", "canteen/domain/subsidy"}},
    {"canteen/files/claims", {"canteen/files/tables", "canteen/domain/claims"}},
    {"canteen/files/statements", {"canteen/files/claims"}},
    {"canteen/wire", {"canteen/app", "canteen/files/schemes", "canteen/v1"}},
    {"canteen/sqlite", {"canteen/storage/disk"}},
    {"canteen/storage/disk", {"canteen/app"}},
    {"canteen/storage/sealing", {"canteen/sqlite"}},
    {"canteen/storage/schema", {"canteen/sqlite"}},
    {"canteen/storage/tables", {"canteen/storage/schema", "canteen/storage/sealing", "canteen/domain/sales"}},
    {"canteen/storage/readers", {"canteen/storage/tables", "canteen/domain"}},
    {"canteen/storage/upkeep", {"canteen/storage/tables"}},
    {"canteen/storage", {"canteen/storage/readers", "canteen/storage/upkeep"}},
    {"canteen/net", {"canteen/app"}},
    {"canteen/engine", {"canteen/app/sessions", "canteen/storage", "canteen/wire", "canteen/chinese"}},
    {"canteen/reports", {"canteen/engine", "canteen/files/statements", "canteen/texts"}},
    {"canteen/admin", {"canteen/reports", "canteen/files/schemes", "canteen/net"}},
    {"canteen/cli", {"canteen/admin", "canteen"}},
    {"pos-client/till", {"canteen/domain/ledger", "canteen/domain/subsidy"}},
    {"pos-client/outbox", {"pos-client/till", "canteen/crypto"}},
    {"pos-client/upstream", {"pos-client/till", "canteen/wire"}},
    {"pos-client/core", {"pos-client/outbox", "pos-client/upstream"}},
    {"pos-client/command", {"pos-client/core", "canteen/texts"}},
    {"pos-client/replay", {"pos-client/core", "canteen/files"}},
    {"pos-client/counter", {"pos-client/core", "canteen/chinese", "canteen/files"}},
    {"pos-client/page", {"pos-client/counter", "pos-client/printer", "canteen/wire", "canteen/texts"}},
    {"pos-client/service", {"pos-client/page", "pos-client/command", "pos-client/devices", "canteen/net"}},
    {"pos-client/paper", {"canteen/chinese", "canteen/texts"}},
    {"pos-client/slips", {"pos-client/paper"}},
    {"pos-client/escpos", {"pos-client/paper"}},
    {"pos-client/printer", {"pos-client/escpos", "pos-client/slips", "canteen/crypto"}},
    {"pos-client/scale", {"canteen/domain/base"}},
    {"pos-client/devices", {"pos-client/printer", "pos-client/scale", "canteen/net"}},
};

// Adds the folder and all that it reaches.
void reach(const std::string& room, Rooms& reached) {
    if (!reached.insert(room).second) return;
    const auto found = links.find(room);
    if (found == links.end()) return;
    for (const auto& other : found->second) reach(other, reached);
}

std::string folder_of(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

TEST(Arrows, ARoomIncludesOnlyTheRoomsItMayLink) {
    const std::regex include(R"(^\s*#include "([^"]+)\")");
    for (const auto& [room, others] : links) {
        Rooms allowed;
        reach(room, allowed);
        for (const auto& source : sources({room}, {".h", ".cpp"})) {
            if (folder_of(source.path) != room) continue;
            for (const auto& line : source.lines) {
                std::smatch match;
                if (!std::regex_search(line, match, include)) continue;
                EXPECT_TRUE(allowed.contains(folder_of(match[1]))) << source.path << " includes " << match[1];
            }
        }
    }
}

TEST(Arrows, NoRoomReachesItself) {
    for (const auto& [room, others] : links)
        for (const auto& other : others) {
            Rooms reached;
            reach(other, reached);
            EXPECT_FALSE(reached.contains(room)) << room << " and " << other;
        }
}

TEST(Arrows, EveryRoomIsNamed) {
    for (const auto& source : sources({"canteen", "pos-client"}, {".h", ".cpp"})) {
        const auto room = folder_of(source.path);
        const bool is_top = room == "canteen" || room == "pos-client" || room == "canteen/boost";
        EXPECT_TRUE(is_top || links.contains(room)) << source.path;
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
            // A till's page, and what its counter keeps, have messages of their own.
            const bool is_wire = source.is_in("canteen/wire") || source.is_in("pos-client/page") ||
                                 source.path.starts_with("pos-client/counter/counter_store");
            EXPECT_FALSE(protobuf && !is_wire) << source.path << ": " << line;
            bool beast = line.find("boost/beast") != std::string::npos || line.find("boost/asio") != std::string::npos;
            EXPECT_FALSE(beast && !source.is_in("canteen/net") && !source.is_in("canteen/boost"))
                << source.path << ": " << line;
            bool sqlite = line.find("SQLiteCpp") != std::string::npos || line.find("sqlite3.h") != std::string::npos;
            EXPECT_FALSE(sqlite && !source.is_in("canteen/sqlite") && !source.is_in("canteen/storage") &&
                         !source.is_in("pos-client/outbox") && !source.is_in("pos-client/printer"))
                << source.path << ": " << line;
            bool icu = line.find("<unicode/") != std::string::npos;
            EXPECT_FALSE(icu && !source.is_in("canteen/chinese")) << source.path << ": " << line;
            bool fonts =
                line.find("FT_FREETYPE_H") != std::string::npos || line.find("<fontconfig/") != std::string::npos;
            EXPECT_FALSE(fonts && !source.is_in("pos-client/escpos")) << source.path << ": " << line;
            bool workbooks = line.find("xlsxwriter") != std::string::npos;
            EXPECT_FALSE(workbooks && !source.is_in("canteen/files")) << source.path << ": " << line;
        }
}

}  // namespace
}  // namespace canteen::house
