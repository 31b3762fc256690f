#include "canteen/texts/say.h"

#include <algorithm>

#include "canteen/texts/catalogue.h"
#include "canteen/texts/fill.h"

namespace canteen {

std::string_view text_of(std::string_view code, Language language) {
    const auto texts = catalogue(language);
    const auto found = std::ranges::lower_bound(texts, code, {}, &Text::code);
    return found == texts.end() || found->code != code ? code : found->text;
}

std::string say(std::string_view code, const std::vector<Param>& params, Language language) {
    return fill(text_of(code, language), params);
}

std::string say(const Rejection& why, Language language) {
    return say("refused." + std::string(name_of(why.code)), why.params, language);
}

std::string say(const Exception& exception, Language language) {
    return say("listed." + std::string(name_of(exception.code)), exception.params, language);
}

}  // namespace canteen
