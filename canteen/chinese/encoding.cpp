#include "canteen/chinese/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <vector>

#include "canteen/domain/text.h"

namespace canteen {
namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";
constexpr std::size_t chinese_bytes = 3;  // of most Chinese characters in UTF-8

// Where in a file a reader stands.
struct Place {
    std::size_t line = 1, column = 1;
    void pass(bool is_line_end) {
        line += is_line_end ? 1 : 0;
        column = is_line_end ? 1 : column + 1;
    }
};

struct Utf8Look {
    Place first_mistake;
    std::size_t mistakes = 0;
    std::size_t chinese = 0;
};

Utf8Look look_as_utf8(std::string_view text) {
    Utf8Look look;
    Place place;
    while (!text.empty()) {
        auto bytes = utf8_character_bytes(text);
        if (bytes == 0 && look.mistakes++ == 0) look.first_mistake = place;
        if (bytes == chinese_bytes) ++look.chinese;
        place.pass(text[0] == '\n');
        text.remove_prefix(bytes == 0 ? 1 : bytes);
    }
    return look;
}

// Private and control characters are none a file of names holds: they tell that another encoding was meant.
bool is_doubtful(char32_t c) {
    return (c >= 0x80 && c <= 0x9f) || (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000;
}

// The place behind all of `text`, or of the first doubtful character in it; `found` says which.
Place end_of(const icu::UnicodeString& text, bool& found) {
    Place place;
    found = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = text.char32At(i);
        if (is_doubtful(static_cast<char32_t>(c))) {
            found = true;
            return place;
        }
        place.pass(c == '\n');
    }
    return place;
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter gb18030() {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open("gb18030", &status), ucnv_close);
    if (U_SUCCESS(status))
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no GB 18030: " + std::string(u_errorName(status)));
    return converter;
}

std::variant<std::string, BadText> from_gb18030(std::string_view bytes) {
    auto converter = gb18030();
    std::vector<UChar> room(bytes.size() + 1);  // a character is never longer in UTF-16 units than in bytes
    auto* to = room.data();
    const auto* from = bytes.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &to, room.data() + room.size(), &from, bytes.data() + bytes.size(), nullptr, true,
                   &status);
    const icu::UnicodeString text(false, room.data(), static_cast<std::int32_t>(to - room.data()));
    bool is_doubted = false;
    const auto place = end_of(text, is_doubted);
    if (U_FAILURE(status) || is_doubted) return BadText{place.line, place.column, "neither UTF-8 nor GB 18030"};
    std::string utf8;
    return text.toUTF8String(utf8);
}

}  // namespace

std::variant<std::string, BadText> utf8_text(std::string_view bytes) {
    const auto look = look_as_utf8(bytes);
    if (look.mistakes == 0) return std::string(bytes);
    if (bytes.starts_with(utf8_mark) || look.chinese > look.mistakes)
        return BadText{look.first_mistake.line, look.first_mistake.column, "not UTF-8"};
    return from_gb18030(bytes);
}

}  // namespace canteen
