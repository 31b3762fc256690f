#include "canteen/files/schemes/scheme_case_reader.h"

#include "canteen/files/schemes/scheme_words.h"

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
    facts.years_last_month = facts.years;
    if (const auto age = fields.find("age_last_month")) facts.years_last_month = static_cast<int>(read_count(*age));
    if (const auto hukou = fields.find("hukou")) facts.hukou = read_word(*hukou, area_words);
    facts.resident = flag(fields, "resident");
    facts.residence = facts.resident ? SharedArea::street : SharedArea::none;
    if (const auto residence = fields.find("residence")) facts.residence = read_word(*residence, area_words);
    if (flag(fields, "approved")) facts.approved.insert(scheme.id);
    const auto last_month = fields.find("approved_last_month");
    const bool approved_before = last_month ? read_bool(*last_month) : facts.approved.contains(scheme.id);
    if (approved_before) facts.approved_last_month.insert(scheme.id);
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

PricedLine read_line(const JsonPlace& place) {
    JsonFields fields(place);
    PricedLine line{read_fen(fields.need("amount_fen")), flag(fields, "set_meal")};
    if (const auto quantity = fields.find("quantity")) line.quantity = read_count(*quantity, 1);
    fields.end();
    return line;
}

// One set meal of food_fen, or line by line.
std::vector<PricedLine> read_lines(JsonFields& order) {
    const auto food = order.find("food_fen");
    const auto lines = order.find("lines");
    if (food.has_value() == lines.has_value()) refuse(order.place(), "must have exactly one of food_fen, lines");
    if (food) return {{read_fen(*food), true, 1}};
    std::vector<PricedLine> read;
    for (const auto& item : read_list(*lines)) read.push_back(read_line(item));
    return read;
}

void read_order(const JsonPlace& place, SchemeCase& c) {
    JsonFields fields(place);
    c.lines = read_lines(fields);
    c.delivery_fee = amount(fields, "delivery_fee_fen");
    c.mode = read_word(fields.need("mode"), mode_words);
    if (const auto way = fields.find("identified")) c.identified = read_word(*way, identified_words);
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
    history.subsidised_this_month = count("subsidised_this_month");
    history.subsidised_this_year = count("subsidised_this_year");
    history.given_this_month = amount(fields, "given_this_month_fen");
    history.given_this_year = amount(fields, "given_this_year_fen");
    if (const auto kinds = fields.find("to_operator_today"))
        history.to_operator_today = read_word_list(*kinds, payment_words);
    if (const auto used = fields.find("budget_used_fen")) {
        JsonFields payers(*used);
        for (const auto& payer : payers.keys()) history.budget_used[payer] = read_fen(payers.need(payer));
    }
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
