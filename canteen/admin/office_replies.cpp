#include "canteen/admin/office_replies.h"

#include "canteen/texts/catalogue.h"
#include "canteen/texts/fill.h"

namespace canteen {

std::string describe(const Rejection& rejection) {
    const std::string name(name_of(rejection.code));
    const auto text = text_of("refused." + name, Language::en);
    std::string words = fill(text, rejection.params) + " (" + name;
    for (const auto& param : rejection.params)
        if (!has_place_for(text, param.name)) words += " " + param.name + "=" + param.value;
    return words + ")";
}

AdminText reply_of(const Answer& answer, const std::string& done) {
    if (const auto* rejection = std::get_if<Rejection>(&answer.outcome)) return {false, describe(*rejection)};
    return {true, done + ", COMMITTED(" + std::to_string(std::get<Committed>(answer.outcome).seq) + ")"};
}

}  // namespace canteen
