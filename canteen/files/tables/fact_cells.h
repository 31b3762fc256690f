// Cells that list what holds of a person, and when. A wrong cell throws BadCell. Pure; any thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "canteen/files/cells.h"

namespace canteen {

// "word;word": each not empty, at most `most`, none twice.
std::vector<std::string> words_in(const RowReader& reader, const std::string& column, std::size_t most);
// "word:from..to;word": without dates always.
using DatedWord = std::pair<std::string, DateRange>;
std::vector<DatedWord> dated_words_in(const RowReader& reader, const std::string& column, std::size_t most);
// "510117009:2025-01-01..;510117": dated codes of 2, 4, 6 or 9 digits.
std::vector<AreaFact> areas_in(const RowReader& reader, const std::string& column);
// "dibao:paper": the paper that bears out each of `tags` that is named.
void read_evidence(const RowReader& reader, const std::string& column, std::vector<TagFact>& tags);
// "1;5": groups of GB 7718.
std::vector<std::uint8_t> allergens_in(const RowReader& reader, const std::string& column);
// "soft;less_salt".
DietFlags diet_in(const RowReader& reader, const std::string& column);

}  // namespace canteen
