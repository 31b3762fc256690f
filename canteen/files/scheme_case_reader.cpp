#include "canteen/files/scheme_case_reader.h"

#include "canteen/files/scheme_words.h"

namespace canteen {

namespace {

bool flag(JsonFields& fields, std::string_view key) {
    const auto field = fields.find(key);
    return field && read_bool(*field);
}

Fen amount(JsonFields& fields, std::string_view key) {
    const auto field = fields.find(key);
    return field ? read_fen(*field) : Fen{};
}

Facts read_person(const JsonPlace& place, const Scheme& scheme) {
    JsonFields fields(place);
    Facts facts;
    facts.years = static_cast<int>(read_count(fields.need("age")));
    if (const auto hukou = fields.find("hukou")) facts.hukou = read_word(*hukou, area_words);
    facts.resident = flag(fields, "resident");
    if (flag(fields, "approved")) facts.approved.insert(scheme.id);
    if (const auto tags = fields.find("tags")) {
        for (auto& tag : read_names(*tags)) facts.tags.insert(std::move(tag));
    }
    fields.end();
    return facts;
}

void read_meal(const JsonPlace& place, SchemeCase& c) {
    JsonFields fields(place);
    c.slot = read_word(fields.need("slot"), slot_words);
    c.day = read_word(fields.need("day"), day_words);
    if (const auto date = fields.find("date")) c.date = read_date(*date);
    fields.end();
}

void read_order(const JsonPlace& place, SchemeCase& c) {
    JsonFields fields(place);
    c.food = read_fen(fields.need("food_fen"));
    c.delivery_fee = amount(fields, "delivery_fee_fen");
    c.mode = read_word(fields.need("mode"), mode_words);
    c.own_kitchen = flag(fields, "own_kitchen");
    fields.end();
}

CaseHistory read_history(const JsonPlace& place) {
    JsonFields fields(place);
    const auto count = [&fields](std::string_view key) {
        const auto field = fields.find(key);
        return field ? read_count(*field) : 0;
    };
    CaseHistory history;
    history.subsidised_this_slot = count("subsidised_this_slot");
    history.subsidised_today = count("subsidised_today");
    history.subsidised_this_week = count("subsidised_this_week");
    history.meals_eaten_today = count("meals_eaten_today");
    history.quota_used_this_month = amount(fields, "quota_used_this_month_fen");
    fields.end();
    return history;
}

CaseExpectation read_expectation(const JsonPlace& place) {
    JsonFields fields(place);
    CaseExpectation expect;
    JsonFields payers(fields.need("by_payer_fen"));
    for (const auto& payer : payers.keys()) expect.by_payer[payer] = read_fen(payers.need(payer));
    expect.self_pay = read_fen(fields.need("self_pay_fen"));
    if (const auto to_operator = fields.find("to_operator_fen")) {
        JsonFields sums(*to_operator);
        expect.to_operator = OperatorSums{amount(sums, "operating"), amount(sums, "delivery")};
        sums.end();
    }
    fields.end();
    return expect;
}

}  // namespace

SchemeCase read_scheme_case(const JsonPlace& place, const Scheme& scheme) {
    JsonFields fields(place);
    SchemeCase c;
    c.id = read_name(fields.need("id"));
    if (const auto note = fields.find("note")) c.note = read_text(*note);
    if (const auto version = fields.find("version")) {
        c.version = read_name(*version);
        if (!scheme.version(*c.version)) refuse(*version, "the scheme has no version \"" + *c.version + "\"");
    }
    c.person = read_person(fields.need("person"), scheme);
    read_meal(fields.need("meal"), c);
    read_order(fields.need("order"), c);
    if (const auto history = fields.find("history")) c.history = read_history(*history);
    c.expect = read_expectation(fields.need("expect"));
    fields.end();
    return c;
}

}  // namespace canteen
