#include "canteen/admin/office_replies.h"

#include "canteen/texts/catalogue.h"
#include "canteen/texts/fill.h"

namespace canteen {

std::string describe(const std::string& area, const std::string& code, const std::vector<Param>& params) {
    const auto text = text_of(area + "." + code, Language::en);
    std::string words = fill(text, params) + " (" + code;
    for (const auto& param : params)
        if (!has_place_for(text, param.name)) words += " " + param.name + "=" + param.value;
    return words + ")";
}

std::string describe(const Rejection& rejection) {
    return describe("refused", std::string(name_of(rejection.code)), rejection.params);
}

AdminText reply_of(const Answer& answer, const std::string& done) {
    if (const auto* rejection = std::get_if<Rejection>(&answer.outcome)) return {false, describe(*rejection)};
    return {true, done + ", COMMITTED(" + std::to_string(std::get<Committed>(answer.outcome).seq) + ")"};
}

}  // namespace canteen
