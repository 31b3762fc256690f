#include "canteen/admin/import_report.h"

#include <algorithm>

#include "canteen/admin/office_replies.h"

namespace canteen {
namespace {

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

const std::string* value_in(const std::vector<Param>& params, std::string_view name) {
    const auto found = std::ranges::find(params, name, &Param::name);
    return found == params.end() ? nullptr : &found->value;
}

// Returns the column that holds what the code is about; "" if no single one does.
std::string column_of(std::string_view code, const std::vector<Param>& params) {
    if (code == "id_number_in_use" || code == "id_number_invalid") return "id_number";
    if (code == "card_in_use" || code == "card_invalid") return "cards";
    if (code == "employer_unknown") return "employers";
    if (code == "member_unknown" || code == "member_merged") return "number";
    const auto* what = value_in(params, "what");
    if (!what) return "";
    return *what == "employments" ? "employers" : *what;
}

// The line has the number, and the code stands behind the words.
std::string reason_of(const std::string& code, std::vector<Param> params) {
    std::erase_if(params, [](const Param& param) { return param.name == "number" || param.name == "code"; });
    return describe("refused", code, params);
}

FileError place_of(const std::string& number, const std::string& code, const std::vector<Param>& params,
                   const ImportedFile& file) {
    const auto& members = std::get<ImportMembers>(file.body).members;
    const auto found = std::ranges::find(members, number, &Member::number);
    auto reason = reason_of(code, params) + " (" + number + ")";
    if (found == members.end()) return {0, 0, column_of(code, params), std::move(reason)};
    return file.places.note(static_cast<std::size_t>(found - members.begin()), column_of(code, params),
                            std::move(reason));
}

// In a refusal of several members, each one's values begin with their number.
FileNotes places_of(const std::vector<Param>& params, const ImportedFile& file) {
    FileNotes places;
    for (auto at = params.begin(); at != params.end();) {
        const auto next = std::find_if(at + 1, params.end(), [](const Param& p) { return p.name == "number"; });
        const std::vector<Param> own(at, next);
        if (const auto* code = value_in(own, "code")) places.add(place_of(own.front().value, *code, own, file));
        at = next;
    }
    return places;
}

}  // namespace

std::string mistakes_text(const FileNotes& mistakes, const FileNotes& remarks) {
    if (mistakes.size() == 1 && remarks.empty()) return to_string(mistakes);
    auto text = counted(mistakes.size(), "mistake", "mistakes") + ", nothing is imported:\n" + to_string(mistakes);
    if (!remarks.empty())
        text += "\nlook at " + counted(remarks.size(), "more place", "more places") + ":\n" + to_string(remarks);
    return text;
}

std::string remarks_text(const FileNotes& remarks) {
    if (remarks.empty()) return "";
    return "; look at " + counted(remarks.size(), "place", "places") + ":\n" + to_string(remarks);
}

std::string refusal_text(const Rejection& rejection, const ImportedFile& file) {
    const auto* number = value_in(rejection.params, "number");
    if (!std::holds_alternative<ImportMembers>(file.body) || !number) return describe(rejection);
    if (rejection.code != RejectionCode::members_refused)
        return to_string(place_of(*number, std::string(name_of(rejection.code)), rejection.params, file));
    auto params = rejection.params;
    std::string count;
    if (params.back().name == "count") {
        count = params.back().value;
        params.pop_back();
    }
    return count + " members are refused, nothing is imported:\n" + to_string(places_of(params, file));
}

}  // namespace canteen
