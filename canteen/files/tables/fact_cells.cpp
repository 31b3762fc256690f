#include "canteen/files/tables/fact_cells.h"

#include <algorithm>
#include <array>

#include "canteen/domain/base/text.h"
#include "canteen/domain/model/member_checks.h"

namespace canteen {
namespace {

// The parts of a list; none for an empty cell.
std::vector<std::string> parts_of(const RowReader& reader, const std::string& column, std::size_t most) {
    const auto& cell = reader.cell(column);
    if (cell.text.empty()) return {};
    auto parts = split(cell.text, ';');
    if (parts.size() > most) refuse(cell, column, "more than " + std::to_string(most) + " facts");
    return parts;
}

}  // namespace

std::vector<std::string> words_in(const RowReader& reader, const std::string& column, std::size_t most) {
    auto words = parts_of(reader, column, most);
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (word->empty()) refuse(reader.cell(column), column, "must be a list like word;word");
        if (std::find(words.begin(), word, *word) != word) refuse(reader.cell(column), column, "names one twice");
    }
    return words;
}

std::vector<DatedWord> dated_words_in(const RowReader& reader, const std::string& column, std::size_t most) {
    std::vector<DatedWord> facts;
    for (const auto& part : parts_of(reader, column, most)) {
        const auto colon = part.find(':');
        const auto word = part.substr(0, colon);
        std::optional<DateRange> dates = DateRange{};
        if (colon != std::string::npos) dates = parse_range(part.substr(colon + 1));
        if (word.empty() || !dates)
            refuse(reader.cell(column), column, "must be a list like word:2025-01-01..2025-12-31;word");
        if (word.size() > max_fact_bytes)
            refuse(reader.cell(column), column, "longer than " + std::to_string(max_fact_bytes) + " bytes");
        facts.emplace_back(word, *dates);
    }
    return facts;
}

std::vector<AreaFact> areas_in(const RowReader& reader, const std::string& column) {
    std::vector<AreaFact> areas;
    for (const auto& [code, dates] : dated_words_in(reader, column, max_member_areas)) {
        if (!all_digits(code)) refuse(reader.cell(column), column, "must be digits");
        if (!is_area(code)) refuse(reader.cell(column), column, "must be an area code of 2, 4, 6 or 9 digits");
        areas.push_back({code, dates});
    }
    return areas;
}

void read_evidence(const RowReader& reader, const std::string& column, std::vector<TagFact>& tags) {
    const auto& cell = reader.cell(column);
    for (const auto& part : parts_of(reader, column, max_member_facts)) {
        const auto colon = part.find(':');
        if (colon == std::string::npos || colon + 1 == part.size())
            refuse(cell, column, "must be a list like dibao:paper");
        if (part.size() - colon - 1 > max_evidence_bytes)
            refuse(cell, column, "longer than " + std::to_string(max_evidence_bytes) + " bytes");
        bool is_named = false;
        for (auto& fact : tags) {
            if (fact.tag != part.substr(0, colon)) continue;
            fact.evidence = part.substr(colon + 1);
            is_named = true;
        }
        if (!is_named) refuse(cell, column, "names a category that does not stand in tags");
    }
}

std::vector<std::uint8_t> allergens_in(const RowReader& reader, const std::string& column) {
    std::vector<std::uint8_t> groups;
    for (const auto& word : words_in(reader, column, max_allergens)) {
        if (word.size() != 1 || word[0] < '1' || word[0] > '8')
            refuse(reader.cell(column), column, "must be a list of numbers from 1 to 8 like 1;5");
        groups.push_back(static_cast<std::uint8_t>(word[0] - '0'));
    }
    std::sort(groups.begin(), groups.end());
    return groups;
}

DietFlags diet_in(const RowReader& reader, const std::string& column) {
    constexpr std::array flags{std::pair{"soft", DietFlag::soft}, std::pair{"less_salt", DietFlag::less_salt},
                               std::pair{"no_sugar", DietFlag::no_sugar}, std::pair{"less_oil", DietFlag::less_oil},
                               std::pair{"no_spice", DietFlag::no_spice}};
    DietFlags diet = 0;
    for (const auto& word : words_in(reader, column, flags.size())) {
        const auto found =
            std::find_if(flags.begin(), flags.end(), [&word](const auto& flag) { return flag.first == word; });
        if (found == flags.end())
            refuse(reader.cell(column), column, "must be a list of soft, less_salt, no_sugar, less_oil, no_spice");
        diet = static_cast<DietFlags>(diet | static_cast<DietFlags>(found->second));
    }
    return diet;
}

}  // namespace canteen
