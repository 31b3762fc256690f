// Reads the fields of JSON objects strictly: each by its name and type, none unread. Values; any thread. A field that
// does not fit is thrown as JsonRefusal, to be caught by the reader of the whole file.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/files/schemes/json.h"

namespace canteen {

struct JsonRefusal {
    FileError error;
};

// A value and its path in the file. Points into the tree it came from.
struct JsonPlace {
    const Json* json = nullptr;
    std::string path;
};

[[noreturn]] void refuse(const JsonPlace& place, std::string message);

std::string read_text(const JsonPlace& place);
// Not empty.
std::string read_name(const JsonPlace& place);
bool read_bool(const JsonPlace& place);
// A whole number of at least `least` and at most `most`.
std::int64_t read_whole(const JsonPlace& place, std::int64_t least, std::int64_t most);
std::vector<JsonPlace> read_list(const JsonPlace& place);
// Refuses more than `most` entries.
std::vector<JsonPlace> read_list(const JsonPlace& place, std::size_t most);
std::vector<std::string> read_names(const JsonPlace& place);

template <class Enum>
struct Word {
    std::string_view text;
    Enum value;
};

// The value one of `words` stands for.
template <class Words>
auto read_word(const JsonPlace& place, const Words& words) {
    const std::string text = read_text(place);
    std::string known;
    for (const auto& word : words) {
        if (word.text == text) return word.value;
        known += (known.empty() ? "" : ", ") + std::string(word.text);
    }
    refuse(place, "unknown word \"" + text + "\"; known are " + known);
}

template <class Words>
auto read_word_list(const JsonPlace& place, const Words& words) {
    std::vector<decltype(std::begin(words)->value)> values;
    for (const auto& item : read_list(place)) values.push_back(read_word(item, words));
    return values;
}

// The fields of one object. Ask for every field it may have, then call end().
class JsonFields {
public:
    // Refuses what is not an object.
    explicit JsonFields(const JsonPlace& place);

    // Refuses an object without the key.
    JsonPlace need(std::string_view key);
    std::optional<JsonPlace> find(std::string_view key);
    // Refuses a key nobody asked for.
    void end() const;

    const JsonPlace& place() const { return place_; }
    std::vector<std::string> keys() const { return place_.json->keys; }

private:
    JsonPlace place_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace canteen
