// Two classes of one name in one namespace are one to the linker, which keeps whichever destructor comes first.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>

#include "tests/house/source_tree.h"

namespace canteen::house {
namespace {

TEST(Names, AClassOfAHeaderIsTheOnlyOneOfItsNameAndNamespace) {
    const std::regex opens_namespace(R"(^namespace ([\w:]+) \{)"), defines(R"(^(?:class|struct) (\w+)(?!:)\b[^;]*\{)");
    std::map<std::string, std::string> defined_in;
    for (const auto& source : sources({"canteen", "pos-client"}, {".h"})) {
        std::string space;
        for (const auto& line : source.lines) {
            std::smatch match;
            if (std::regex_search(line, match, opens_namespace)) space = match[1];
            if (!std::regex_search(line, match, defines) || space == "std") continue;
            const auto [other, is_first] = defined_in.try_emplace(space + "::" + match[1].str(), source.path);
            EXPECT_TRUE(is_first) << source.path << " and " << other->second << " define " << other->first;
        }
    }
}

}  // namespace
}  // namespace canteen::house
