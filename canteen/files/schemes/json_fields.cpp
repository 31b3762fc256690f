#include "canteen/files/schemes/json_fields.h"

#include <algorithm>

namespace canteen {

namespace {

const Json& of_kind(const JsonPlace& place, JsonKind kind, const char* what) {
    if (place.json->kind != kind) refuse(place, std::string("must be ") + what);
    return *place.json;
}

}  // namespace

void refuse(const JsonPlace& place, std::string message) {
    throw JsonRefusal{{0, 0, place.path, std::move(message)}};
}

std::string read_text(const JsonPlace& place) {
    return of_kind(place, JsonKind::text, "a text").text;
}

std::string read_name(const JsonPlace& place) {
    std::string name = read_text(place);
    if (name.empty()) refuse(place, "must not be empty");
    return name;
}

bool read_bool(const JsonPlace& place) {
    return of_kind(place, JsonKind::boolean, "true or false").boolean;
}

std::int64_t read_whole(const JsonPlace& place, std::int64_t least, std::int64_t most) {
    const std::int64_t number = of_kind(place, JsonKind::whole_number, "a whole number").number;
    if (number < 0 && least == 0) refuse(place, "must not be negative, is " + std::to_string(number));
    if (number < least) refuse(place, "must be at least " + std::to_string(least) + ", is " + std::to_string(number));
    if (number > most) refuse(place, "must be at most " + std::to_string(most) + ", is " + std::to_string(number));
    return number;
}

std::vector<JsonPlace> read_list(const JsonPlace& place) {
    const auto& items = of_kind(place, JsonKind::list, "a list").items;
    std::vector<JsonPlace> places;
    for (std::size_t i = 0; i < items.size(); ++i) {
        places.push_back({&items[i], place.path + "[" + std::to_string(i) + "]"});
    }
    return places;
}

std::vector<JsonPlace> read_list(const JsonPlace& place, std::size_t most) {
    const auto count = of_kind(place, JsonKind::list, "a list").items.size();
    if (count > most)
        refuse(place, "must have at most " + std::to_string(most) + " entries, has " + std::to_string(count));
    return read_list(place);
}

std::vector<std::string> read_names(const JsonPlace& place) {
    std::vector<std::string> names;
    for (const auto& item : read_list(place)) names.push_back(read_name(item));
    return names;
}

JsonFields::JsonFields(const JsonPlace& place) : place_(place) {
    of_kind(place, JsonKind::object, "an object");
}

JsonPlace JsonFields::need(std::string_view key) {
    auto field = find(key);
    if (!field) refuse(place_, "lacks \"" + std::string(key) + "\"");
    return *field;
}

std::optional<JsonPlace> JsonFields::find(std::string_view key) {
    asked_.emplace(key);
    const auto& keys = place_.json->keys;
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) return std::nullopt;
    const std::string path = (place_.path.empty() ? "" : place_.path + ".") + *found;
    return JsonPlace{&place_.json->items[static_cast<std::size_t>(found - keys.begin())], path};
}

void JsonFields::end() const {
    for (const auto& key : place_.json->keys) {
        if (!asked_.contains(key)) refuse(place_, "unknown key \"" + key + "\"");
    }
}

}  // namespace canteen
