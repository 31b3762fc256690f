#include "canteen/chinese/pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "canteen/chinese/pinyin_data.h"
#include "canteen/domain/base/text.h"

namespace canteen {
namespace {

using Readings = std::vector<std::string>;

// Takes the part before the separator off the text, together with the separator, and returns it.
std::string_view take_until(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    const auto part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return part;
}

// Calls `row` with the first cell and the rest of each line after the heading.
template <class Row>
void for_each_row(std::string_view table, Row row) {
    take_until(table, '\n');
    while (!table.empty()) {
        auto line = take_until(table, '\n');
        const auto key = take_until(line, ',');
        row(key, line);
    }
}

void add_new(Readings& readings, std::string_view reading) {
    if (std::ranges::find(readings, reading) == readings.end()) readings.emplace_back(reading);
}

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Counts each byte that is not UTF-8 as a character.
std::string_view first_character(std::string_view text) {
    return text.substr(0, std::max<std::size_t>(utf8_character_bytes(text), 1));
}

struct Path {
    Spelling spelling;
    std::size_t rarity = 0;  // the sum of how far its readings are from the likeliest
};

std::vector<Path> longer_by(const Readings& readings, const std::vector<Path>& paths) {
    std::vector<Path> longer;
    for (const auto& path : paths) {
        for (std::size_t rank = 0; rank < readings.size(); ++rank) {
            longer.push_back(path);
            longer.back().rarity += rank;
            longer.back().spelling.initials += readings[rank].front();
            longer.back().spelling.full += readings[rank];
        }
    }
    std::ranges::stable_sort(longer, {}, &Path::rarity);
    longer.resize(std::min(longer.size(), max_spellings));
    return longer;
}

}  // namespace

class Pinyin::Romanizer {
public:
    Romanizer() {
        static constexpr auto rules = u"::Han-Latin; ::NFD; u\\u0308 > v; [:Mn:] > ; ::NFC; ::Latin-ASCII; ::Lower;";
        UErrorCode status = U_ZERO_ERROR;
        UParseError place;
        rules_.reset(
            icu::Transliterator::createFromRules("Pinyin", icu::UnicodeString(rules), UTRANS_FORWARD, place, status));
        if (U_FAILURE(status)) throw std::runtime_error("ICU has no pinyin: " + std::string(u_errorName(status)));
    }
    // Returns "" if the character has no sound.
    std::string of(std::string_view character) const {
        auto text =
            icu::UnicodeString::fromUTF8(icu::StringPiece(character.data(), static_cast<int>(character.size())));
        rules_->transliterate(text);
        std::string latin;
        text.toUTF8String(latin);
        std::erase_if(latin, [](char c) { return !is_lower_or_digit(c); });
        return latin;
    }

private:
    std::unique_ptr<icu::Transliterator> rules_;
};

Pinyin::Pinyin() {
    for_each_row(pinyin_of_characters, [this](std::string_view character, std::string_view cells) {
        const auto common = take_until(cells, ',');
        characters_.emplace(character, cells.empty() ? common : cells);
    });
    const auto add_to = [](Words& words) {
        return [&words](std::string_view word, std::string_view reading) { words.emplace_back(word, reading); };
    };
    for_each_row(pinyin_of_words, add_to(words_));
    for_each_row(pinyin_of_surnames, add_to(surnames_));
}

Pinyin::~Pinyin() = default;

Pinyin::Syllables Pinyin::readings_of(std::string_view character) const {
    Syllables readings;
    if (const auto found = characters_.find(character); found != characters_.end()) {
        for (auto all = found->second; !all.empty();) add_new(readings, take_until(all, ' '));
        return readings;
    }
    if (!romanizer_) romanizer_ = std::make_unique<Romanizer>();
    if (auto latin = romanizer_->of(character); !latin.empty()) readings.push_back(std::move(latin));
    return readings;
}

// Takes the longest of the words that the text begins with, if any. Its characters keep their other readings behind the
// word's, so that people who do not know the word find it too.
void Pinyin::take_word(const Words& words, std::string_view& text, std::vector<Syllables>& sounds) const {
    std::string_view longest;
    for (const auto& [word, reading] : words)
        if (text.starts_with(word) && word.size() > longest.size()) longest = word;
    const auto first = sounds.size();
    for (const auto& [word, reading] : words) {
        if (word != longest) continue;
        auto syllables = reading;
        for (auto place = first; !syllables.empty(); ++place) {
            if (place == sounds.size()) sounds.emplace_back();
            add_new(sounds[place], take_until(syllables, ' '));
        }
    }
    text.remove_prefix(longest.size());
    for (auto place = first; !longest.empty(); ++place) {
        const auto character = first_character(longest);
        for (const auto& reading : readings_of(character)) add_new(sounds.at(place), reading);
        longest.remove_prefix(character.size());
    }
}

void Pinyin::take_character(std::string_view& text, std::vector<Syllables>& sounds) const {
    std::string latin;
    for (; !text.empty() && is_lower_or_digit(lowered(text.front())); text.remove_prefix(1))
        latin += lowered(text.front());
    if (!latin.empty()) return sounds.push_back({std::move(latin)});
    const auto character = first_character(text);
    if (auto readings = readings_of(character); !readings.empty()) sounds.push_back(std::move(readings));
    text.remove_prefix(character.size());
}

std::vector<Spelling> Pinyin::rest(std::string_view text, std::vector<Syllables> sounds) const {
    while (!text.empty()) {
        const auto before = text.size();
        take_word(words_, text, sounds);
        if (text.size() == before) take_character(text, sounds);
    }
    std::vector<Path> paths(1);
    for (const auto& readings : sounds) paths = longer_by(readings, paths);
    std::vector<Spelling> spellings;
    if (sounds.empty()) return spellings;
    for (auto& path : paths) spellings.push_back(std::move(path.spelling));
    return spellings;
}

std::vector<Spelling> Pinyin::of_name(std::string_view name) const {
    std::vector<Syllables> surname;
    take_word(surnames_, name, surname);
    return rest(name, std::move(surname));
}

std::vector<Spelling> Pinyin::of_word(std::string_view word) const {
    return rest(word, {});
}

}  // namespace canteen
