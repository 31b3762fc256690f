#include "canteen/admin/office_replies.h"

#include "canteen/texts/say.h"

namespace canteen {

std::string describe(const Rejection& rejection) {
    return say(rejection, Language::en) + " (" + std::string(name_of(rejection.code)) + ")";
}

AdminText reply_of(const Answer& answer, const std::string& done) {
    if (const auto* rejection = std::get_if<Rejection>(&answer.outcome)) return {false, describe(*rejection)};
    return {true, done + ", COMMITTED(" + std::to_string(std::get<Committed>(answer.outcome).seq) + ")"};
}

}  // namespace canteen
