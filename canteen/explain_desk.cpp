#include "canteen/explain_desk.h"

namespace canteen {

std::variant<Explanation, std::string> explain_from(Engine& engine, const ExplainRequest& asked, MemberId id,
                                                    Date today) {
    auto& store = engine.store();
    const auto& site = engine.config().site;
    auto state = store.load_start(site);
    Needs needs;
    needs.members = {id};
    needs.menus = {asked.meal};
    store.load(needs, state);
    const auto& menu = state.menus.at(asked.meal);
    if (!menu) return std::string(explain_text(asked.language, "refused.no_menu"));
    const auto& member = state.members.at(id);  // erased meanwhile, perhaps
    if (!member) return std::string(explain_text(asked.language, "refused.member_unknown"));
    const bool past = asked.meal.date < today;
    const auto uses = store.uses_found_by(id, asked.meal, past);
    return explain(asked, {site, *member, state.schemes, *menu, uses, past});
}

}  // namespace canteen
