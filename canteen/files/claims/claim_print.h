// A claim with the persons' names filled in, for the payer's own forms: CSV for spreadsheets, in Chinese, with a byte
// order mark. ID numbers are masked. Pure; any thread.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "canteen/domain/claims/refunded_meal.h"
#include "canteen/domain/model/calendar.h"
#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/facts.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/scheme.h"

namespace canteen {

// The records behind a claim's ids, and the basis on which its operator payments are reckoned.
struct PrintBasis {
    ClaimPayer payer;
    std::map<MemberId, Member> members;  // without those who were erased
    std::map<DeviceId, std::string> devices;
    std::optional<Scheme> scheme;
    SiteAreas areas;
    bool own_kitchen = true;
    Calendar calendar{};               // as known now
    std::vector<ClaimLine> earlier{};  // what ClaimBook::asked_beside() says of the lines
    RefundedMeals refunded{};          // among the lines
};

// One line and who stands behind it, as of its business date.
struct PrintedMeal {
    ClaimLine line;
    std::string name;        // "" of a guest without number, "已删除" of one whose values were erased
    std::string id_number;   // masked but for its last four characters; the member's number if none is recorded
    std::string categories;  // valid that day
    std::string hukou;       // area code, valid that day
    std::string till;        // its name
    Fen operating;           // what the payer owes the operator for the meal, beside the claim's sum
    MealSums left;           // what stands of it after refunds
    MealSums added;          // to what earlier claims said of it
};

std::vector<PrintedMeal> printed_meals(const std::vector<ClaimLine>& lines, const PrintBasis& basis);

// One person's row; persons of one name are told apart by their id. Counts, and all sums but `share`, are of the meals
// that the claim adds to those asked for: see meals_added().
struct PrintedPerson {
    PrintedMeal first;
    std::array<int, 4> meals{};  // by slot
    int deliveries = 0;
    Fen food, share, delivery, waived, self_pay, operating;
};
// By name.
std::vector<PrintedPerson> printed_persons(const std::vector<PrintedMeal>& meals);

// Texts of the forms.
std::string meal_word(MealSlot slot);
std::string identified_word(Identified identified);
std::string minute_text(Timestamp at);

// One row a person, by name: counts by meal, sums in yuan, room for the signatures. Food, what the canteen gave, what
// the guest paid and what is claimed are what stands after refunds and was not told before.
std::string print_persons(const std::vector<PrintedMeal>& meals);
// One row a meal, as the claim has them; its sums are what stands after refunds, as its shares do.
std::string print_meals(const std::vector<PrintedMeal>& meals);

}  // namespace canteen
