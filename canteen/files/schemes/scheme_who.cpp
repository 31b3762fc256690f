#include "canteen/files/schemes/scheme_who.h"

#include "canteen/files/schemes/scheme_words.h"

namespace canteen {

namespace {

std::vector<std::string> read_tags(JsonFields& fields, std::string_view key) {
    const auto place = fields.find(key);
    return place ? read_names(*place) : std::vector<std::string>{};
}

void read_starts(JsonFields& fields, Condition& condition) {
    if (const auto start = fields.find("age_counts_from")) {
        if (!condition.age_from && !condition.age_to) refuse(*start, "without an age");
        condition.age_from_next_month = read_word(*start, age_start_words);
    }
    if (const auto start = fields.find("approval_counts_from")) {
        if (condition.approved != true) refuse(*start, "without \"approved\": true");
        condition.approval_from_next_month = read_word(*start, approval_start_words);
    }
}

Condition read_condition(const JsonPlace& place) {
    JsonFields fields(place);
    Condition condition;
    const auto age = [&](std::string_view key) -> std::optional<int> {
        const auto field = fields.find(key);
        if (!field) return std::nullopt;
        return static_cast<int>(read_count(*field));
    };
    condition.age_from = age("age_from");
    condition.age_to = age("age_to");
    if (condition.age_from && condition.age_to && *condition.age_from > *condition.age_to) {
        refuse(place, "age band upside down: age_from is above age_to");
    }
    if (const auto area = fields.find("hukou_within")) condition.hukou_within = read_word(*area, area_words);
    if (const auto area = fields.find("hukou_outside")) condition.hukou_outside = read_word(*area, area_words);
    if (condition.hukou_within && condition.hukou_outside && *condition.hukou_within >= *condition.hukou_outside)
        refuse(place, "nobody is within hukou_within and outside hukou_outside");
    if (const auto area = fields.find("residence_within")) condition.residence_within = read_word(*area, area_words);
    if (const auto resident = fields.find("resident")) condition.resident = read_bool(*resident);
    if (const auto approved = fields.find("approved")) condition.approved = read_bool(*approved);
    read_starts(fields, condition);
    condition.any_tag = read_tags(fields, "any_tag");
    condition.all_tags = read_tags(fields, "all_tags");
    condition.no_tag = read_tags(fields, "no_tag");
    fields.end();
    return condition;
}

}  // namespace

Who read_who(JsonFields& fields) {
    Who who;
    if (const auto place = fields.find("who")) {
        for (const auto& item : read_list(*place)) who.push_back(read_condition(item));
    }
    return who;
}

}  // namespace canteen
