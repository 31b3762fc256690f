#include "canteen/files/members_csv.h"

#include <algorithm>
#include <set>

#include "canteen/files/cells.h"

namespace canteen {
namespace {

constexpr std::size_t max_name_bytes = 60;
constexpr std::size_t max_facts = 32;

bool all_digits(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string digits(const RowReader& reader, const std::string& column, std::size_t max_length, bool may_be_empty) {
    auto text = may_be_empty ? reader.text_or_empty(column, max_length) : reader.text(column, max_length);
    if (!all_digits(text)) refuse(reader.cell(column), column, "must be digits");
    return text;
}

std::vector<AreaFact> area(const RowReader& reader, const std::string& column) {
    auto code = digits(reader, column, 9, true);
    if (code.empty()) return {};
    if (code.size() != 2 && code.size() != 4 && code.size() != 6 && code.size() != 9)
        refuse(reader.cell(column), column, "must be an area code of 2, 4, 6 or 9 digits");
    return {AreaFact{code, {}}};
}

// "word:from..to;word" -> (word, dates).
std::vector<std::pair<std::string, DateRange>> dated_words(const RowReader& reader, const std::string& column) {
    std::vector<std::pair<std::string, DateRange>> facts;
    const auto& cell = reader.cell(column);
    if (cell.text.empty()) return facts;
    for (const auto& part : split(cell.text, ';')) {
        auto colon = part.find(':');
        auto word = part.substr(0, colon);
        std::optional<DateRange> dates = DateRange{};
        if (colon != std::string::npos) dates = parse_range(part.substr(colon + 1));
        if (word.empty() || !dates) refuse(cell, column, "must be a list like word:2025-01-01..2025-12-31;word");
        facts.emplace_back(word, *dates);
    }
    if (facts.size() > max_facts) refuse(cell, column, "more than " + std::to_string(max_facts) + " facts");
    return facts;
}

Date birth_date(const RowReader& reader, const std::string& id_number) {
    bool given = !reader.cell("born").text.empty();
    if (!given && id_number.empty())
        refuse(reader.cell("born"), "born", "is empty, and there is no ID number that says it");
    if (id_number.empty()) return reader.date("born");
    auto text = id_number.substr(6, 4) + "-" + id_number.substr(10, 2) + "-" + id_number.substr(12, 2);
    auto said = *parse_date(text);
    if (given && reader.date("born") != said) refuse(reader.cell("born"), "born", "differs from the ID number");
    return said;
}

Member read_member(const RowReader& reader) {
    Member member;
    member.number = digits(reader, "number", 20, false);
    member.name = reader.text("name", max_name_bytes);
    member.id_number = normalise_id_number(reader.text_or_empty("id_number", 24));
    if (!member.id_number.empty() && !is_valid_id_number(member.id_number))
        refuse(reader.cell("id_number"), "id_number", "is not a valid ID number");
    member.phone = digits(reader, "phone", 15, true);
    member.born = birth_date(reader, member.id_number);
    member.hukou = area(reader, "hukou");
    member.residence = area(reader, "residence");
    for (auto& [tag, dates] : dated_words(reader, "tags")) member.tags.push_back({tag, dates});
    for (auto& [scheme, dates] : dated_words(reader, "approvals")) member.approvals.push_back({scheme, dates});
    return member;
}

}  // namespace

Result<std::vector<Member>> read_members_csv(std::string_view text) {
    auto table =
        read_csv(text, {"number", "name"}, {"id_number", "phone", "born", "hukou", "residence", "tags", "approvals"});
    if (!table) return table.error();
    if (table->rows.size() > max_import_members)
        return FileError{0, 0, "", "more than " + std::to_string(max_import_members) + " members in one file"};
    std::vector<Member> members;
    std::set<std::string> numbers, id_numbers;
    try {
        for (const auto& row : table->rows) {
            RowReader reader(*table, row);
            auto member = read_member(reader);
            if (!numbers.insert(member.number).second) refuse(reader.cell("number"), "number", "stands twice");
            if (!member.id_number.empty() && !id_numbers.insert(member.id_number).second)
                refuse(reader.cell("id_number"), "id_number", "stands twice");
            members.push_back(std::move(member));
        }
    } catch (const BadCell& bad) {
        return bad.error;
    }
    return members;
}

}  // namespace canteen
