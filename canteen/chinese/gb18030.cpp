#include "canteen/chinese/gb18030.h"

#include <unicode/unistr.h>

#include <stdexcept>
#include <vector>

#include "canteen/chinese/gb18030_converter.h"
#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

constexpr std::size_t longest_character_bytes = 4;  // in GB 18030, of one unit of UTF-16

}  // namespace

Converter gb18030_converter() {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open("gb18030", &status), ucnv_close);
    if (U_SUCCESS(status))
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_SUCCESS(status))
        ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no GB 18030: " + std::string(u_errorName(status)));
    return converter;
}

std::optional<std::string> gb18030_of(std::string_view utf8) {
    if (!is_utf8(utf8)) return std::nullopt;
    const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    const auto converter = gb18030_converter();
    std::string bytes((static_cast<std::size_t>(text.length()) + 1) * longest_character_bytes, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                        text.getBuffer(), text.length(), &status);
    if (U_FAILURE(status)) return std::nullopt;
    bytes.resize(static_cast<std::size_t>(length));
    return bytes;
}

std::optional<std::string> utf8_of_gb18030(std::string_view bytes) {
    const auto converter = gb18030_converter();
    std::vector<UChar> room(bytes.size() + 1);  // a character is never longer in UTF-16 units than in bytes
    UErrorCode status = U_ZERO_ERROR;
    const auto length = ucnv_toUChars(converter.get(), room.data(), static_cast<std::int32_t>(room.size()),
                                      bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string utf8;
    icu::UnicodeString(false, room.data(), length).toUTF8String(utf8);
    return utf8;
}

}  // namespace canteen
