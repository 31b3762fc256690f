#include "canteen/files/schemes/scheme_file.h"

#include <algorithm>

#include "canteen/files/schemes/scheme_case_reader.h"
#include "canteen/files/schemes/scheme_steps.h"
#include "canteen/files/schemes/scheme_terms.h"
#include "canteen/files/schemes/scheme_who.h"
#include "canteen/files/schemes/scheme_words.h"

namespace canteen {

namespace {

OperatorPayment read_operator_payment(const JsonPlace& place) {
    constexpr Word<bool> kitchen_words[] = {{"OWN", true}, {"OTHER", false}};
    JsonFields fields(place);
    OperatorPayment payment;
    payment.kind = read_word(fields.need("kind"), payment_words);
    payment.payer = read_name(fields.need("payer"));
    payment.amount = read_fen(fields.need("amount_fen"));
    if (const auto only = fields.find("subsidised_only")) payment.subsidised_only = read_bool(*only);
    payment.modes = read_modes(fields);
    payment.who = read_who(fields);
    if (const auto kitchen = fields.find("kitchen")) payment.own_kitchen = read_word(*kitchen, kitchen_words);
    payment.meals = read_meals(fields);
    payment.days = read_days(fields);
    if (const auto per = fields.find("per")) payment.per_diner_day = read_word(*per, per_words);
    fields.end();
    return payment;
}

DateRange read_effective(JsonFields& fields) {
    DateRange range;
    if (const auto from = fields.find("effective_from")) range.from = read_date(*from);
    if (const auto to = fields.find("effective_to")) range.to = read_date(*to);
    if (range.from && range.to && *range.from > *range.to)
        refuse(fields.place(), "effective_to is before effective_from");
    return range;
}

// "*" at all, or schemes by name.
std::vector<std::string> read_excludes(JsonFields& fields) {
    const auto place = fields.find("excludes");
    return place ? read_names(*place) : std::vector<std::string>{};
}

std::vector<Budget> read_budgets(JsonFields& owner) {
    std::vector<Budget> budgets;
    const auto place = owner.find("budgets");
    if (!place) return budgets;
    for (const auto& item : read_list(*place)) {
        JsonFields fields(item);
        Budget budget;
        if (const auto payer = fields.find("payer")) budget.payer = read_name(*payer);
        budget.period = read_word(fields.need("period"), budget_words);
        budget.amount = read_fen(fields.need("amount_fen"));
        fields.end();
        const bool twice = std::any_of(budgets.begin(), budgets.end(), [&budget](const Budget& other) {
            return other.payer == budget.payer && other.period == budget.period;
        });
        if (twice) refuse(item, "a second budget of this payer and period");
        budgets.push_back(std::move(budget));
    }
    return budgets;
}

std::vector<Identified> read_identification(JsonFields& fields) {
    std::vector<Identified> ways;
    const auto place = fields.find("identification");
    if (!place) return ways;
    for (const auto& item : read_list(*place)) {
        const Identified way = read_word(item, identified_words);
        if (std::find(ways.begin(), ways.end(), way) != ways.end()) refuse(item, "is given twice");
        ways.push_back(way);
    }
    // 人脸识别技术应用安全管理办法, 2025: never the only way.
    if (ways == std::vector{Identified::face}) refuse(*place, "must name another way beside FACE");
    return ways;
}

SchemeVersion read_version(const JsonPlace& place) {
    JsonFields fields(place);
    SchemeVersion version;
    version.id = read_name(fields.need("id"));
    version.effective = read_effective(fields);
    version.excludes = read_excludes(fields);
    version.min_self_pay = read_min_self_pay(fields);
    version.budgets = read_budgets(fields);
    version.identification = read_identification(fields);
    if (const auto settled = fields.find("settlement")) version.settlement = read_word(*settled, settlement_words);
    for (const auto& item : read_list(fields.need("steps"), max_steps)) version.steps.push_back(read_scheme_step(item));
    if (const auto payments = fields.find("operator_payments")) {
        for (const auto& item : read_list(*payments)) version.operator_payments.push_back(read_operator_payment(item));
    }
    fields.end();
    return version;
}

bool overlap(const DateRange& a, const DateRange& b) {
    return (!a.from || !b.to || *a.from <= *b.to) && (!b.from || !a.to || *b.from <= *a.to);
}

std::vector<SchemeVersion> read_versions(const JsonPlace& place) {
    std::vector<SchemeVersion> versions;
    for (const auto& item : read_list(place, max_versions)) {
        SchemeVersion version = read_version(item);
        for (const auto& other : versions) {
            if (other.id == version.id) refuse(item, "version \"" + version.id + "\" is given twice");
            if (overlap(other.effective, version.effective)) {
                refuse(item, "version \"" + version.id + "\" overlaps version \"" + other.id + "\"");
            }
        }
        versions.push_back(std::move(version));
    }
    if (versions.empty()) refuse(place, "must have at least one version");
    return versions;
}

std::vector<SchemeCase> read_cases(const JsonPlace& place, const Scheme& scheme) {
    std::vector<SchemeCase> cases;
    for (const auto& item : read_list(place, max_cases)) {
        SchemeCase c = read_scheme_case(item, scheme);
        const bool twice = std::any_of(cases.begin(), cases.end(), [&c](const SchemeCase& o) { return o.id == c.id; });
        if (twice) refuse(item, "case \"" + c.id + "\" is given twice");
        cases.push_back(std::move(c));
    }
    return cases;
}

SchemeFile read_root(const Json& root) {
    JsonFields fields({&root, ""});
    SchemeFile file;
    const auto id = fields.need("id");
    file.scheme.id = read_name(id);
    // SCHEME/PAYER names an account.
    if (file.scheme.id.find('/') != std::string::npos) refuse(id, "must not hold a slash");
    file.scheme.name = read_name(fields.need("name"));
    if (const auto name_en = fields.find("name_en")) file.scheme.name_en = read_text(*name_en);
    file.scheme.source = read_text(fields.need("source"));
    file.scheme.versions = read_versions(fields.need("versions"));
    if (const auto cases = fields.find("cases")) file.cases = read_cases(*cases, file.scheme);
    fields.end();
    return file;
}

}  // namespace

Result<SchemeFile> read_scheme_file(std::string_view text) {
    const auto root = parse_json(text);
    if (!root) return root.error();
    try {
        SchemeFile file = read_root(*root);
        file.scheme.text = text;
        return file;
    } catch (const JsonRefusal& refusal) {
        return refusal.error;
    }
}

}  // namespace canteen
