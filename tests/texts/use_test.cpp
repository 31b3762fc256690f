// Texts and the programs that say them fit: no text is left over, and no program asks for one that is not there.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <string>

#include "canteen/texts/catalogue.h"
#include "tests/house/source_tree.h"

namespace canteen {
namespace {

// Returns all that stands in quotes in the programs and the pages.
const std::set<std::string>& quoted() {
    static const std::set<std::string> words = [] {
        static const std::regex quotes(R"re(["'`]([a-z0-9_.]+)["'`])re");
        std::set<std::string> found;
        for (const auto& source : house::sources({"canteen", "pos-client"}, {".h", ".cpp", ".ts", ".tsx"}))
            for (const auto& line : source.lines)
                for (std::sregex_iterator at(line.begin(), line.end(), quotes), end; at != end; ++at)
                    found.insert((*at)[1]);
        return found;
    }();
    return words;
}

// True for whom a scheme that we ship lets pay.
bool is_payer(const std::string& name) {
    for (const auto& source : house::sources({"deploy/schemes"}, {".json"}))
        for (const auto& line : source.lines)
            if (line.find("\"payer\"") != std::string::npos && line.find("\"" + name + "\"") != std::string::npos)
                return true;
    return false;
}

// True for areas whose codes are put together from the area and a name that another folder gives.
bool is_named_elsewhere(const std::string& code) {
    for (const std::string area :
         {"refused.", "listed.", "trouble.", "till.restart_", "tender.", "finding.", "explain."})
        if (code.starts_with(area)) return quoted().contains(code.substr(area.size()));
    return code.starts_with("payer.") && is_payer(code.substr(std::string("payer.").size()));
}

TEST(Use, noTextIsLeftOver) {
    for (const auto& [code, text] : catalogue(Language::en))
        EXPECT_TRUE(quoted().contains(std::string(code)) || is_named_elsewhere(std::string(code))) << code;
}

// True if the code is there; one that ends with "_" is put together with a name.
bool is_text(const std::string& code) {
    const auto texts = catalogue(Language::en);
    const auto found = std::ranges::lower_bound(texts, code, {}, &Text::code);
    return found != texts.end() && (found->code == code || (code.ends_with('_') && found->code.starts_with(code)));
}

TEST(Use, noProgramAsksForATextThatIsNotThere) {
    static const std::regex asked(R"re("((?:explain|meal|mode|paper|printer|refused|tender|till)\.[a-z0-9_.]+)")re");
    std::size_t seen = 0;
    for (const auto& source : house::sources({"canteen/reports", "pos-client"}, {".cpp"}))
        for (const auto& line : source.lines)
            for (std::sregex_iterator at(line.begin(), line.end(), asked), end; at != end; ++at) {
                EXPECT_TRUE(is_text((*at)[1]) || (*at)[1] == "explain.txt" || (*at)[1] == "till.sock")
                    << source.path << ": " << line;
                ++seen;
            }
    EXPECT_GT(seen, 40U);
}

}  // namespace
}  // namespace canteen
