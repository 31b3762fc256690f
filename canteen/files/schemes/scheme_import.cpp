#include "canteen/files/schemes/scheme_import.h"

#include <algorithm>
#include <array>

#include "canteen/domain/base/text.h"
#include "canteen/files/schemes/json_fields.h"

namespace canteen {

namespace {

// Prose of several lines, and worked cases, which no order names.
bool is_beside_the_rules(std::string_view key) {
    return key == "source" || key == "cases";
}

bool is_name_in_orders(std::string_view key) {
    constexpr std::array<std::string_view, 3> keys{"id", "payer", "excludes"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// `key` is that of the object the place stands in.
void check(const JsonPlace& place, std::string_view key) {
    const Json& json = *place.json;
    if (is_beside_the_rules(key)) return;
    if (json.kind == JsonKind::list)
        for (const auto& item : read_list(place)) check(item, key);
    for (const auto& name : json.keys) {
        const auto path = (place.path.empty() ? "" : place.path + ".") + name;
        const auto at = static_cast<std::size_t>(&name - json.keys.data());
        check({&json.items[at], path}, name);
    }
    if (json.kind != JsonKind::text) return;
    if (!is_plain_text(json.text)) refuse(place, "holds a character that cannot be seen or printed");
    if (is_name_in_orders(key) && json.text.size() > max_scheme_id_bytes)
        refuse(place,
               "is longer than " + std::to_string(max_scheme_id_bytes) + " bytes, which is what an order can name");
}

}  // namespace

Result<SchemeFile> read_new_scheme_file(std::string_view text) {
    auto file = read_scheme_file(text);
    if (!file) return file;
    const auto root = parse_json(text);
    try {
        check({&*root, ""}, "");
    } catch (const JsonRefusal& refusal) {
        return refusal.error;
    }
    return file;
}

}  // namespace canteen
