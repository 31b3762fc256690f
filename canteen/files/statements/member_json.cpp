#include "canteen/files/statements/member_json.h"

#include "canteen/files/statements/export_values.h"
#include "canteen/files/statements/export_words.h"

namespace canteen {
namespace {

namespace json = boost::json;

json::object dated(const char* key, const std::string& value, const DateRange& valid) {
    return {{key, value}, {"from", json_date(valid.from)}, {"to", json_date(valid.to)}};
}

json::object category(const TagFact& fact) {
    auto written = dated("category", fact.tag, fact.valid);
    written["evidence"] = fact.evidence;
    return written;
}

json::object carer(const Carer& carer) {
    auto written = dated("name", carer.name, carer.valid);
    written["phone"] = carer.phone;
    written["member_id"] = json_id(carer.member.bytes);
    return written;
}

json::object application(const SubsidyApplication& made) {
    const auto step = [](const Reviewed& reviewed) {
        return json::object{{"step", word_of(reviewed.step)},
                            {"date", to_string(reviewed.on)},
                            {"by", reviewed.by},
                            {"note", reviewed.note}};
    };
    return {{"scheme", made.scheme}, {"steps", json_list(made.steps, step)}};
}

json::object card(const Card& card) {
    return {{"number", card.number}, {"state", word_of(card.state)}, {"since", to_string(card.since)}};
}

}  // namespace

json::object member_json(const Member& m) {
    const auto area = [](const AreaFact& fact) { return dated("area", fact.area, fact.valid); };
    const auto approval = [](const Approval& fact) { return dated("scheme", fact.scheme, fact.valid); };
    const auto stay = [](const Stay& fact) { return dated("institution", fact.institution, fact.valid); };
    const auto employment = [](const Employment& fact) { return dated("employer", fact.employer, fact.valid); };
    const auto allergen = [](std::uint8_t group) { return json::value(static_cast<std::uint64_t>(group)); };
    return {{"id", json_id(m.id.bytes)},
            {"number", m.number},
            {"name", m.name},
            {"id_number", m.id_number},
            {"phone", m.phone},
            {"born", to_string(m.born)},
            {"died", json_date(m.died)},
            {"hukou", json_list(m.hukou, area)},
            {"residence", json_list(m.residence, area)},
            {"categories", json_list(m.tags, category)},
            {"approvals", json_list(m.approvals, approval)},
            {"stays", json_list(m.stays, stay)},
            {"employments", json_list(m.employments, employment)},
            {"carers", json_list(m.carers, carer)},
            {"allergens_gb7718", json_list(m.allergens, allergen)},
            {"diet", json_diet(m.diet)},
            {"revision", m.revision}};
}

json::array applications_json(const Member& member) {
    return json_list(member.applications, application);
}

json::array cards_json(const Member& member) {
    return json_list(member.cards, card);
}

}  // namespace canteen
