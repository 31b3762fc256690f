#include "canteen/files/members_csv.h"

#include <algorithm>
#include <array>
#include <set>

#include "canteen/domain/member_cards.h"
#include "canteen/domain/member_checks.h"
#include "canteen/domain/text.h"
#include "canteen/files/fact_cells.h"

namespace canteen {
namespace {

std::string digits(const RowReader& reader, const std::string& column, std::size_t max_length, bool may_be_empty) {
    auto text = may_be_empty ? reader.text_or_empty(column, max_length) : reader.text(column, max_length);
    if (!all_digits(text)) refuse(reader.cell(column), column, "must be digits");
    return text;
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

// An ID number would be read by every reader and shown by every till.
std::vector<Card> cards(const RowReader& reader) {
    std::vector<Card> cards;
    for (const auto& number : words_in(reader, "cards", max_cards_of_member)) {
        if (!is_card_number(number))
            refuse(reader.cell("cards"), "cards",
                   "must be a list of at most " + std::to_string(max_card_bytes) + " digits and letters, no ID number");
        cards.push_back({number, CardState::active, {}});
    }
    return cards;
}

Member read_person(const RowReader& reader) {
    Member member;
    member.number = digits(reader, "number", max_member_number_bytes, false);
    member.name = reader.text("name", max_member_name_bytes);
    member.id_number = normalise_id_number(reader.text_or_empty("id_number", 24));
    if (!member.id_number.empty() && !is_valid_id_number(member.id_number))
        refuse(reader.cell("id_number"), "id_number", "is not a valid ID number");
    member.phone = digits(reader, "phone", max_phone_digits, true);
    member.born = birth_date(reader, member.id_number);
    member.died = reader.date_or_empty("died");
    if (member.died && *member.died < member.born) refuse(reader.cell("died"), "died", "lies before the birth");
    return member;
}

Member read_member(const RowReader& reader) {
    Member member = read_person(reader);
    member.hukou = areas_in(reader, "hukou");
    member.residence = areas_in(reader, "residence");
    for (auto& [tag, dates] : dated_words_in(reader, "tags", max_member_facts)) member.tags.push_back({tag, dates});
    read_evidence(reader, "evidence", member.tags);
    for (auto& [scheme, dates] : dated_words_in(reader, "approvals", max_member_facts))
        member.approvals.push_back({scheme, dates});
    for (auto& [institution, dates] : dated_words_in(reader, "stays", max_member_stays))
        member.stays.push_back({institution, dates});
    for (auto& [employer, dates] : dated_words_in(reader, "employers", max_member_employments))
        member.employments.push_back({employer, dates});
    member.cards = cards(reader);
    member.allergens = allergens_in(reader, "allergens");
    member.diet = diet_in(reader, "diet");
    return member;
}

// The parts that may stay unsaid, and the columns that say them. A birth date always stands somewhere; a card stays
// whatever a file says.
constexpr auto parts = std::to_array<std::pair<const char*, MemberPart>>({{"id_number", MemberPart::id_number},
                                                                          {"phone", MemberPart::phone},
                                                                          {"hukou", MemberPart::hukou},
                                                                          {"residence", MemberPart::residence},
                                                                          {"tags", MemberPart::tags},
                                                                          {"evidence", MemberPart::evidence},
                                                                          {"approvals", MemberPart::approvals},
                                                                          {"stays", MemberPart::stays},
                                                                          {"employers", MemberPart::employments},
                                                                          {"allergens", MemberPart::allergens},
                                                                          {"diet", MemberPart::diet},
                                                                          {"died", MemberPart::died}});

Result<CsvTable> read_table(std::string_view text) {
    std::vector<std::string> optional{"born", "cards"};
    for (const auto& [column, part] : parts) optional.emplace_back(column);
    return read_csv(text, {"number", "name"}, optional);
}

// What names one person stands once in a file.
class Unique {
public:
    void check(const RowReader& reader, const Member& member) {
        once(numbers_, reader, "number", member.number);
        if (!member.id_number.empty()) once(id_numbers_, reader, "id_number", member.id_number);
        for (const auto& card : member.cards) once(cards_, reader, "cards", card.number);
    }

private:
    static void once(std::set<std::string>& known, const RowReader& reader, const char* column,
                     const std::string& value) {
        if (!known.insert(value).second) refuse(reader.cell(column), column, "stands twice");
    }

    std::set<std::string> numbers_, id_numbers_, cards_;
};

}  // namespace

Result<ImportMembers> read_members_csv(std::string_view text) {
    auto table = read_table(text);
    if (!table) return table.error();
    if (table->rows.size() > max_import_members)
        return FileError{0, 0, "", "more than " + std::to_string(max_import_members) + " members in one file"};
    ImportMembers import;
    for (const auto& [column, part] : parts)
        if (!table->columns.contains(column)) import.unsaid.insert(part);
    Unique unique;
    try {
        for (const auto& row : table->rows) {
            const RowReader reader(*table, row);
            import.members.push_back(read_member(reader));
            unique.check(reader, import.members.back());
        }
    } catch (const BadCell& bad) {
        return bad.error;
    }
    return import;
}

}  // namespace canteen
