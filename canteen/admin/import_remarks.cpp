#include "canteen/admin/import_remarks.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/model/tag_words.h"

namespace canteen {
namespace {

// Checks a file's members against the schemes and all known members.
class MembersLook {
public:
    MembersLook(const ImportMembers& import, const TablePlaces& places, const SheetsView& records)
        : import_(import), places_(places), records_(records), words_(records.schemes()) {}

    FileNotes remarks() {
        for (std::size_t i = 0; i < import_.members.size(); ++i) {
            look_at_tags(i);
            look_at_approvals(i);
        }
        look_for_twins();
        return std::move(remarks_);
    }

private:
    void remark(std::size_t row, const char* column, std::string message) {
        remarks_.add(places_.note(row, column, std::move(message)));
    }

    void look_at_tags(std::size_t row) {
        if (words_.empty()) return;
        for (const auto& fact : import_.members[row].tags)
            if (!words_.ask_for(words_.kept(fact.tag))) remark(row, "tags", "no scheme asks for '" + fact.tag + "'");
    }

    void look_at_approvals(std::size_t row) {
        const auto& schemes = records_.schemes();
        if (schemes.empty()) return;
        for (const auto& approval : import_.members[row].approvals) {
            const bool is_known = std::ranges::any_of(
                schemes, [&approval](const auto& scheme) { return scheme.second.id == approval.scheme; });
            if (!is_known) remark(row, "approvals", "there is no scheme '" + approval.scheme + "'");
        }
    }

    struct Person {
        Date born;
        std::string key;
        bool operator==(const Person&) const = default;
    };
    struct PersonHash {
        std::size_t operator()(const Person& person) const {
            return std::hash<std::string>()(person.key) ^ static_cast<std::size_t>(person.born.days);
        }
    };
    static Person person_of(const Member& member) { return {member.born, name_key(member.name)}; }

    // Looks for one name and one birth date under two numbers.
    void look_for_twins() {
        std::unordered_map<Person, std::string, PersonHash> numbers;
        std::set<Date> days;
        for (const auto& member : import_.members) days.insert(member.born);
        for (const auto& [id, known] : records_.members())
            if (days.contains(known.member.born)) numbers.emplace(person_of(known.member), known.member.number);
        for (std::size_t i = 0; i < import_.members.size(); ++i) {
            const auto& member = import_.members[i];
            const auto& first = numbers.emplace(person_of(member), member.number).first->second;
            if (first == member.number) continue;
            remark(i, "name", "has the name and the birth date of member " + first + ": look whether it is one person");
        }
    }

    const ImportMembers& import_;
    const TablePlaces& places_;
    const SheetsView& records_;
    TagWords words_;
    FileNotes remarks_;
};

FileNotes of_menus(const ImportMenus& import, const std::vector<FileError>& dates, const Calendar& calendar) {
    FileNotes remarks;
    std::set<Date> years;
    for (std::size_t i = 0; i < import.menus.size(); ++i) {
        const auto date = import.menus[i].meal.date;
        if (calendar.knows_year_of(date) || !years.insert(year_start(date)).second) continue;
        auto remark = dates.at(i);
        remark.message = "the calendar names no day of " + to_string(date).substr(0, 4) +
                         ": its holidays are sold as the weekdays they fall on until they are imported";
        remarks.add(std::move(remark));
    }
    return remarks;
}

}  // namespace

FileNotes remarks_on(const ImportedFile& file, const Application& application) {
    if (const auto* members = std::get_if<ImportMembers>(&file.body))
        return MembersLook(*members, file.places, application.records()).remarks();
    if (const auto* menus = std::get_if<ImportMenus>(&file.body))
        return of_menus(*menus, file.dates, application.calendar());
    return {};
}

}  // namespace canteen
