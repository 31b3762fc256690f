// JSON as it stands in a file: nothing is guessed, converted or overwritten. Values; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/files/result.h"

namespace canteen {

enum class JsonKind : std::uint8_t { null, boolean, whole_number, other_number, text, list, object };

struct Json {
    JsonKind kind = JsonKind::null;
    bool boolean = false;
    std::int64_t number = 0;  // of a whole_number
    std::string text;
    std::vector<std::string> keys;  // of an object, beside `items`; no two are equal
    std::vector<Json> items;        // of a list or an object, in the file's order
};

// Lists and objects inside one another, at most.
inline constexpr std::size_t max_json_depth = 32;

// Values of any kind, at most: a file of small values would take fifty times its size.
inline constexpr std::size_t max_json_values = 500'000;

// RFC 8259 in UTF-8, a byte order mark allowed, without extensions. Bad syntax and a key given twice in an object are
// refused with line and column.
Result<Json> parse_json(std::string_view text);

}  // namespace canteen
