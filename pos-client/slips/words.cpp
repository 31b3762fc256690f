#include "pos-client/slips/words.h"

#include "canteen/domain/model/names.h"
#include "canteen/texts/say.h"

namespace canteen::till {
namespace {

std::string begun_with_a_capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

}  // namespace

std::string time_of_day(Timestamp at) {
    return to_string(minute_at_site(at));
}

std::string date_and_time(Timestamp at) {
    return to_string(date_at_site(at)) + " " + time_of_day(at);
}

std::string with_sign(Fen sum) {
    return sum < Fen{} ? "-￥" + to_yuan(-sum) : "￥" + to_yuan(sum);
}

std::string Slip::word(std::string_view code, const std::vector<Param>& params) const {
    return say(code, params, document_.language);
}

std::string Slip::word_of(TenderKind kind) const {
    return begun_with_a_capital(word("tender." + std::string(name_of(kind))));
}

std::string Slip::word_of(ServiceMode mode) const {
    return word("mode." + std::string(name_of(mode)));
}

std::string Slip::word_of(MealSlot meal) const {
    return word("meal." + std::string(name_of(meal)));
}

}  // namespace canteen::till
