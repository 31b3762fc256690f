#include "canteen/domain/model/member_checks.h"

#include <algorithm>

#include "canteen/domain/base/paper.h"
#include "canteen/domain/base/text.h"

namespace canteen {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// An ID number would be shown on every till.
bool is_member_number(const std::string& text) {
    return is_number_text(text, max_member_number_bytes) && !is_valid_id_number(normalise_id_number(text));
}

// A paper that says no day, or none that exists, contradicts nobody.
bool fits_birth_date(const std::string& id_number, Date born) {
    return birth_date_in(id_number).value_or(born) == born;
}

Rejection invalid(const char* what) {
    return refuse(RejectionCode::text_invalid, {param("what", what)});
}

// Facts that hold for a time: each well formed, none upside down, not too many.
template <class Fact, class IsSound>
Refusal check_facts(const char* what, const std::vector<Fact>& facts, std::size_t most, IsSound is_sound) {
    if (facts.size() > most || !std::all_of(facts.begin(), facts.end(), is_sound)) return invalid(what);
    const bool all_periods =
        std::all_of(facts.begin(), facts.end(), [](const Fact& fact) { return is_period(fact.valid); });
    return all_periods ? Refusal{} : refuse(RejectionCode::period_invalid, {param("what", what)});
}

Refusal check_person(const Member& member) {
    if (!is_member_number(member.number)) return invalid("number");
    if (!is_name(member.name, max_member_name_bytes)) return invalid("name");
    if (!is_phone(member.phone)) return invalid("phone");
    const auto& id = member.id_number;
    if (!id.empty() && (!is_paper_number(id) || !fits_birth_date(id, member.born)))
        return refuse(RejectionCode::id_number_invalid);
    if (member.died && *member.died < member.born)
        return refuse(RejectionCode::period_invalid, {param("what", "died")});
    return {};
}

Refusal check_all_facts(const Member& member) {
    const auto has_area = [](const AreaFact& fact) { return is_area(fact.area); };
    if (auto refusal = check_facts("hukou", member.hukou, max_member_areas, has_area)) return refusal;
    if (auto refusal = check_facts("residence", member.residence, max_member_areas, has_area)) return refusal;
    if (auto refusal = check_facts("tags", member.tags, max_member_facts, [](const TagFact& fact) {
            return is_name(fact.tag, max_fact_bytes) && is_remark(fact.evidence, max_evidence_bytes);
        }))
        return refusal;
    if (auto refusal = check_facts("approvals", member.approvals, max_member_facts,
                                   [](const Approval& fact) { return is_name(fact.scheme, max_fact_bytes); }))
        return refusal;
    if (auto refusal = check_facts("stays", member.stays, max_member_stays,
                                   [](const Stay& fact) { return is_name(fact.institution, max_fact_bytes); }))
        return refusal;
    return check_facts("carers", member.carers, max_member_carers, [](const Carer& carer) {
        return is_name(carer.name, max_member_name_bytes) && is_phone(carer.phone);
    });
}

Refusal check_employments(const Member& member, const std::map<std::string, Employer>& employers) {
    for (const auto& employment : member.employments)
        if (!employers.contains(employment.employer))
            return refuse(RejectionCode::employer_unknown, {param("employer", employment.employer)});
    return check_facts("employments", member.employments, max_member_employments,
                       [](const Employment&) { return true; });
}

Refusal check_diet(const Member& member) {
    if ((member.diet & ~all_diet_flags) != 0) return invalid("diet");
    const bool groups_exist = std::all_of(member.allergens.begin(), member.allergens.end(),
                                          [](std::uint8_t group) { return group >= 1 && group <= max_allergens; });
    return groups_exist && member.allergens.size() <= max_allergens ? Refusal{} : invalid("allergens");
}

}  // namespace

Refusal check_record(const Member& member, const std::map<std::string, Employer>& employers) {
    if (auto refusal = check_person(member)) return refusal;
    if (auto refusal = check_all_facts(member)) return refusal;
    if (auto refusal = check_employments(member, employers)) return refusal;
    return check_diet(member);
}

bool is_name(const std::string& text, std::size_t max_bytes) {
    return !text.empty() && is_remark(text, max_bytes);
}

bool is_remark(const std::string& text, std::size_t max_bytes) {
    return text.size() <= max_bytes && is_plain_text(text);
}

bool is_number_text(const std::string& text, std::size_t max_bytes) {
    return !text.empty() && text.size() <= max_bytes &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c); });
}

bool is_phone(const std::string& text) {
    const auto hyphen = text.find('-');
    const auto number = std::string_view(text).substr(0, hyphen);
    if (number.size() > max_phone_digits || !all_digits(number)) return false;
    if (hyphen == std::string::npos) return true;
    const auto extension = std::string_view(text).substr(hyphen + 1);
    return !number.empty() && !extension.empty() && extension.size() <= max_extension_digits && all_digits(extension);
}

bool is_area(const AreaCode& code) {
    const bool has_a_level = code.size() == 2 || code.size() == 4 || code.size() == 6 || code.size() == 9;
    return has_a_level && all_digits(code);
}

bool is_period(const DateRange& range) {
    return !range.from || !range.to || *range.from <= *range.to;
}

}  // namespace canteen
