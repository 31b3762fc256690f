#include "canteen/files/tables/members_csv.h"

#include <algorithm>
#include <array>
#include <set>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/member_checks.h"
#include "canteen/domain/office/member_cards.h"
#include "canteen/files/tables/fact_cells.h"
#include "canteen/files/tables/paper_cells.h"

namespace canteen {
namespace {

std::string digits(const RowReader& reader, const std::string& column, std::size_t max_length) {
    auto text = normal_number(reader.text(column, max_length * 3));
    if (text.size() > max_length) refuse(reader.cell(column), column, "longer than " + std::to_string(max_length));
    if (!all_digits(text)) refuse(reader.cell(column), column, "must be digits");
    return text;
}

Date birth_date(const RowReader& reader, const PaperCell& paper) {
    const auto& cell = reader.cell("born");
    if (cell.text.empty()) {
        if (!paper.born) refuse(cell, "born", "is empty, and there is no ID number that says it");
        return *paper.born;
    }
    const auto born = reader.date("born");
    if (paper.born && *paper.born != born) refuse(cell, "born", "differs from the ID number");
    return born;
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

// One line on its way to a member: a cell that is wrong does not hide what is wrong with the others.
class MemberReader {
public:
    MemberReader(const RowReader& reader, FileNotes& mistakes, FileNotes& remarks)
        : reader_(reader), mistakes_(mistakes), remarks_(remarks) {}

    Member read() {
        read_person();
        member_.hukou = note([&] { return areas_in(reader_, "hukou"); });
        member_.residence = note([&] { return areas_in(reader_, "residence"); });
        for (auto& [tag, dates] : facts("tags", max_member_facts)) member_.tags.push_back({tag, dates});
        note([&] { return read_evidence(reader_, "evidence", member_.tags); });
        for (auto& [scheme, dates] : facts("approvals", max_member_facts)) member_.approvals.push_back({scheme, dates});
        for (auto& [place, dates] : facts("stays", max_member_stays)) member_.stays.push_back({place, dates});
        for (auto& [employer, dates] : facts("employers", max_member_employments))
            member_.employments.push_back({employer, dates});
        member_.cards = note([&] { return cards(reader_); });
        member_.allergens = note([&] { return allergens_in(reader_, "allergens"); });
        member_.diet = note([&] { return diet_in(reader_, "diet"); });
        return std::move(member_);
    }
    bool has_lost_id_number() const { return paper_.is_lost; }

private:
    template <class Read>
    auto note(Read read) -> decltype(read()) {
        return read_or_note(mistakes_, read);
    }
    std::vector<DatedWord> facts(const char* column, std::size_t most) {
        return note([&] { return dated_words_in(reader_, column, most); });
    }

    void read_person() {
        member_.number = note([&] { return digits(reader_, "number", max_member_number_bytes); });
        member_.name = note([&] { return name_in(reader_, "name", max_member_name_bytes); });
        const auto mistakes = mistakes_.size();
        paper_ = note([&] { return paper_in(reader_, "id_number", remarks_); });
        member_.id_number = paper_.number;
        member_.phone = note([&] { return phone_in(reader_, "phone"); });
        const bool may_be_said_by_paper = mistakes_.size() > mistakes && reader_.cell("born").text.empty();
        if (!may_be_said_by_paper) member_.born = note([&] { return birth_date(reader_, paper_); });
        member_.died = note([&] { return reader_.date_or_empty("died"); });
        if (member_.died && *member_.died < member_.born)
            note([&]() -> int { refuse(reader_.cell("died"), "died", "lies before the birth"); });
    }

    const RowReader& reader_;
    FileNotes &mistakes_, &remarks_;
    Member member_;
    PaperCell paper_;
};

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

Result<CsvTable> read_table(std::string_view text, FileNotes& bad_rows) {
    std::vector<std::string> optional{"born", "cards"};
    for (const auto& [column, part] : parts) optional.emplace_back(column);
    return read_csv(text, {"number", "name"}, optional, &bad_rows);
}

// Refuses a value that names one person and stands twice in a file.
class Unique {
public:
    void check(const RowReader& reader, const Member& member) {
        once(numbers_, reader, "number", member.number);
        once(id_numbers_, reader, "id_number", member.id_number);
        for (const auto& card : member.cards) once(cards_, reader, "cards", card.number);
    }

private:
    static void once(std::set<std::string>& known, const RowReader& reader, const char* column,
                     const std::string& value) {
        if (value.empty()) return;
        if (!known.insert(value).second) refuse(reader.cell(column), column, "stands twice");
    }

    std::set<std::string> numbers_, id_numbers_, cards_;
};

}  // namespace

Result<MembersFile> read_members_csv(std::string_view text) {
    FileNotes mistakes, remarks;
    auto table = read_table(text, mistakes);
    if (!table) return {table.mistakes(), {}};
    if (table->rows.size() > max_import_members)
        return FileError{0, 0, "", "more than " + std::to_string(max_import_members) + " members in one file"};
    MembersFile file{{}, table->places()};
    for (const auto& [column, part] : parts)
        if (!table->columns.contains(column)) file.import.unsaid.insert(part);
    Unique unique;
    for (const auto& row : table->rows) {
        const RowReader reader(*table, row);
        MemberReader member(reader, mistakes, remarks);
        file.import.members.push_back(member.read());
        const auto& read = file.import.members.back();
        if (member.has_lost_id_number()) file.import.without_id_number.insert(read.number);
        read_or_note(mistakes, [&] { unique.check(reader, read); });
    }
    if (!mistakes.empty()) return {std::move(mistakes), std::move(remarks)};
    return {std::move(file), std::move(remarks)};
}

}  // namespace canteen
