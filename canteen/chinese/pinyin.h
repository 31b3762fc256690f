// Spells Chinese names and words as people type them by ear: pinyin without tones, v for ü, in lower-case ASCII letters
// and digits. One thread: ICU's rules are loaded at the first character that the tables do not have, which takes about
// a tenth of a second.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace canteen {

// Limits spellings: a name of several characters of several readings would have hundreds; the rarest are left out.
inline constexpr std::size_t max_spellings = 32;

struct Spelling {
    std::string initials;  // "zm"
    std::string full;      // "zhangmin"
    bool operator==(const Spelling&) const = default;
};

class Pinyin {
public:
    Pinyin();
    ~Pinyin();

    // Returns every way to read a person's name, the likeliest first: a surname at its beginning is read as one. A word
    // of Latin letters or digits counts as one syllable, what has no sound is skipped; empty if nothing has one. Throws
    // std::runtime_error if ICU lacks its rules.
    std::vector<Spelling> of_name(std::string_view name) const;
    // Does the same for any other word.
    std::vector<Spelling> of_word(std::string_view word) const;

private:
    using Syllables = std::vector<std::string>;  // one character's, the likeliest first
    using Words = std::vector<std::pair<std::string_view, std::string_view>>;
    class Romanizer;

    void take_word(const Words& words, std::string_view& text, std::vector<Syllables>& sounds) const;
    void take_character(std::string_view& text, std::vector<Syllables>& sounds) const;
    Syllables readings_of(std::string_view character) const;
    std::vector<Spelling> rest(std::string_view text, std::vector<Syllables> sounds) const;

    std::unordered_map<std::string_view, std::string_view> characters_;
    Words words_, surnames_;
    mutable std::unique_ptr<Romanizer> romanizer_;
};

}  // namespace canteen
