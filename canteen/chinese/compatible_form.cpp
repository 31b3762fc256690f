#include "canteen/chinese/compatible_form.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "canteen/domain/base/text.h"

namespace canteen {

std::string compatible_form(std::string_view text) {
    if (!is_utf8(text)) return std::string(text);
    UErrorCode status = U_ZERO_ERROR;
    const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status)) return std::string(text);
    const auto folded = normalizer->normalize(
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), status);
    std::string utf8;
    return U_FAILURE(status) ? std::string(text) : folded.toUTF8String(utf8);
}

}  // namespace canteen
