// A claim with the persons' names filled in, for the payer's own forms: CSV for spreadsheets, in Chinese, with a byte
// order mark. ID numbers are masked. Pure; any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "canteen/domain/claim.h"
#include "canteen/domain/member.h"

namespace canteen {

// One line and who stands behind it, as of its business date.
struct PrintedMeal {
    ClaimLine line;
    std::string name;        // "" of a guest without number, "已删除" of one whose values were erased
    std::string id_number;   // masked but for its last four characters
    std::string categories;  // valid that day
    std::string hukou;       // area code, valid that day
    std::string till;        // its name
};

std::vector<PrintedMeal> printed_meals(const std::vector<ClaimLine>& lines, const std::map<MemberId, Member>& members,
                                       const std::map<DeviceId, std::string>& devices);

// One row a person, by name: counts by meal, sums in yuan, room for the signatures. Food, what the
// canteen gave and what the guest paid are as sold; what is claimed is what stands.
std::string print_persons(const std::vector<PrintedMeal>& meals);
// One row a meal, as the claim has them.
std::string print_meals(const std::vector<PrintedMeal>& meals);

}  // namespace canteen
