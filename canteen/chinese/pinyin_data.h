// The tables of data/, as they stand in their files; only for Pinyin. Any thread.
#pragma once

#include <string_view>

namespace canteen {

extern const std::string_view pinyin_of_characters;  // char,pinyin,all_readings
extern const std::string_view pinyin_of_words;       // word,pinyin
extern const std::string_view pinyin_of_surnames;    // surname,pinyin

}  // namespace canteen
