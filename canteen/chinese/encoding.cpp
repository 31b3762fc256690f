#include "canteen/chinese/encoding.h"

#include <unicode/unistr.h>

#include <vector>

#include "canteen/chinese/gb18030_converter.h"
#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";
constexpr std::size_t chinese_bytes = 3;  // most Chinese characters' length in UTF-8

// A reader's place in a file.
struct Place {
    std::size_t line = 1, column = 1;
    void pass(bool is_line_end) {
        line += is_line_end ? 1 : 0;
        column = is_line_end ? 1 : column + 1;
    }
};

struct Utf8Look {
    Place first_mistake;
    Place first_of_two_bytes;
    std::size_t mistakes = 0;
    std::size_t chinese = 0;
    std::size_t of_two_bytes = 0;
    std::size_t longer = 0;
};

// Returns LF, or CR if the text has no LF.
char line_end_of(std::string_view text) {
    return text.find('\n') == std::string_view::npos ? '\r' : '\n';
}

Utf8Look look_as_utf8(std::string_view text) {
    Utf8Look look;
    Place place;
    const char line_end = line_end_of(text);
    while (!text.empty()) {
        auto bytes = utf8_character_bytes(text);
        if (bytes == 0 && look.mistakes++ == 0) look.first_mistake = place;
        if (bytes == chinese_bytes) ++look.chinese;
        if (bytes == 2 && look.of_two_bytes++ == 0) look.first_of_two_bytes = place;
        if (bytes > 2) ++look.longer;
        place.pass(text[0] == line_end);
        text.remove_prefix(bytes == 0 ? 1 : bytes);
    }
    return look;
}

// True for private and control characters, which no file of names holds: they tell that another encoding was meant.
bool is_doubtful(char32_t c) {
    return (c >= 0x80 && c <= 0x9f) || (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000;
}

// Returns the place of the first doubtful character, or the place behind all of `text`; `found` says which.
Place end_of(const icu::UnicodeString& text, bool& found) {
    Place place;
    const UChar line_end = text.indexOf('\n') < 0 ? '\r' : '\n';
    found = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto c = text.char32At(i);
        if (is_doubtful(static_cast<char32_t>(c))) {
            found = true;
            return place;
        }
        place.pass(c == line_end);
    }
    return place;
}

enum class Fit : std::uint8_t { none, beside_latin, alone };

// Says how all that is not ASCII fits as characters of GB 2312. A character beside a Latin letter is no part of a
// Chinese name: it may be the accented letter of another.
Fit fit_as_common_chinese(std::string_view text) {
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto is_letter = [&text](std::size_t i) {
        return i < text.size() && ((text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= 'a' && text[i] <= 'z'));
    };
    auto fit = Fit::alone;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (byte(i) < 0x80) continue;
        if (i + 1 == text.size() || byte(i) < 0xb0 || byte(i) > 0xf7 || byte(i + 1) < 0xa1) return Fit::none;
        if ((i > 0 && is_letter(i - 1)) || is_letter(i + 2)) fit = Fit::beside_latin;
        ++i;
    }
    return fit;
}

std::variant<Utf8Text, BadText> from_gb18030(std::string_view bytes) {
    auto converter = gb18030_converter();
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
    Utf8Text utf8;
    text.toUTF8String(utf8.text);
    return utf8;
}

// Reads good UTF-8 that may be GB 18030 as well.
std::variant<Utf8Text, BadText> read_by_its_look(std::string_view bytes, const Utf8Look& look) {
    const auto fit = look.longer == 0 ? fit_as_common_chinese(bytes) : Fit::none;
    if (look.of_two_bytes == 0 || fit == Fit::none || bytes.starts_with(utf8_mark)) return Utf8Text{std::string(bytes)};
    const auto& [line, column] = look.first_of_two_bytes;
    auto text = fit == Fit::alone ? from_gb18030(bytes) : Utf8Text{std::string(bytes)};
    const char* how = fit == Fit::alone
                          ? "read as GB 18030, as which this is Chinese; as UTF-8 it would be Cyrillic, Greek or Arabic"
                          : "read as UTF-8, as which this is a Latin letter; as GB 18030 it would be Chinese";
    if (auto* read = std::get_if<Utf8Text>(&text)) read->doubt = BadText{line, column, how};
    return text;
}

constexpr std::string_view utf16_marks[] = {"\xff\xfe", "\xfe\xff"};

}  // namespace

std::variant<Utf8Text, BadText> utf8_text(std::string_view bytes) {
    for (const auto mark : utf16_marks)
        if (bytes.starts_with(mark)) return BadText{1, 1, "UTF-16; save it as CSV in UTF-8"};
    const auto look = look_as_utf8(bytes);
    if (look.mistakes == 0) return read_by_its_look(bytes, look);
    if (bytes.starts_with(utf8_mark) || look.chinese > look.mistakes)
        return BadText{look.first_mistake.line, look.first_mistake.column, "not UTF-8"};
    return from_gb18030(bytes);
}

}  // namespace canteen
