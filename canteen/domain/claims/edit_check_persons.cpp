#include <map>
#include <set>

#include "canteen/domain/claims/edit_check.h"
#include "canteen/domain/model/refusal.h"

namespace canteen {

// Records of earlier times, when one ID number could be written into two.
std::vector<Finding> check_persons(const ServedMeals& meals, const EditBasis& basis) {
    std::vector<Finding> findings;
    std::map<std::string, MemberId> holders;
    std::set<MemberId> seen;
    for (const auto* meal : meals) {
        const auto* member = seen.insert(meal->member).second ? basis.member(meal->member) : nullptr;
        if (!member || member->id_number.empty()) continue;
        const auto first = holders.try_emplace(member->id_number, meal->member).first->second;
        if (first == meal->member) continue;
        findings.push_back({0,
                            FindingCode::same_person,
                            {param("member", basis.reference(meal->member)), param("other", basis.reference(first))},
                            ""});
    }
    return findings;
}

}  // namespace canteen
