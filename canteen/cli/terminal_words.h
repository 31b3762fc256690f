// Reads words that were typed at a terminal. Reads the environment; before other threads start.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace canteen {

struct TerminalError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Returns the terminal's encoding by LC_ALL, LC_CTYPE or LANG: "GB18030" for zh_CN.GB18030; "UTF-8" if they do not say.
std::string terminal_encoding();

// Returns the words in UTF-8. Throws TerminalError with the word's place if one is not in the encoding: kept as it is,
// nobody could read it.
std::vector<std::string> utf8_words(std::vector<std::string> words, const std::string& encoding);

}  // namespace canteen
