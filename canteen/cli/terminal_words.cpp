#include "canteen/cli/terminal_words.h"

#include <iconv.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

#include "canteen/domain/base/text.h"

namespace canteen {

namespace {

constexpr std::string_view utf8 = "UTF-8";

struct Close {
    void operator()(void* converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, Close>;

// Returns nothing if the word is not in that encoding, or if the encoding is not known here.
std::optional<std::string> converted(std::string word, const std::string& encoding) {
    constexpr std::size_t most_bytes_of_one = 4;
    iconv_t opened = iconv_open(utf8.data(), encoding.c_str());
    if (opened == reinterpret_cast<iconv_t>(-1)) return std::nullopt;  // NOLINT: POSIX reports failure so
    const Converter converter(opened);
    std::string out(word.size() * most_bytes_of_one, '\0');
    char* from = word.data();
    char* to = out.data();
    std::size_t left = word.size(), room = out.size();
    if (iconv(converter.get(), &from, &left, &to, &room) != 0 || left != 0) return std::nullopt;
    out.resize(out.size() - room);
    return out;
}

bool is_ascii(const std::string& word) {
    constexpr unsigned char end_of_ascii = 0x80;
    for (const char c : word)
        if (static_cast<unsigned char>(c) >= end_of_ascii) return false;
    return true;
}

bool is_utf8_name(std::string_view encoding) {
    return encoding == utf8 || encoding == "utf8" || encoding == "utf-8" || encoding == "UTF8";
}

}  // namespace

std::string terminal_encoding() {
    for (const char* name : std::array{"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* set = std::getenv(name);
        if (set == nullptr || *set == '\0') continue;
        std::string_view locale(set);
        locale = locale.substr(0, locale.find('@'));
        const auto dot = locale.find('.');
        return std::string(dot == std::string_view::npos ? utf8 : locale.substr(dot + 1));
    }
    return std::string(utf8);
}

std::vector<std::string> utf8_words(std::vector<std::string> words, const std::string& encoding) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_ascii(words[i])) continue;
        auto text = is_utf8_name(encoding) ? std::optional(words[i]) : converted(words[i], encoding);
        if (!text || !is_utf8(*text))
            throw TerminalError("word " + std::to_string(i + 1) + " is not " + encoding +
                                ", which the environment names (LC_ALL, LC_CTYPE, LANG); set it to what the terminal "
                                "writes, such as zh_CN.GB18030");
        words[i] = *std::move(text);
    }
    return words;
}

}  // namespace canteen
