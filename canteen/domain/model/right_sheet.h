// The rights of one person on given dates: every `who` and `hukou_within` already resolved, so that they can lie on a
// till without a category, birth date or area. Made by the server only (entitle); priced by server and till alike
// (price). Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"
#include "canteen/domain/base/rounding.h"
#include "canteen/domain/model/employer.h"
#include "canteen/domain/model/meal.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/use.h"

namespace canteen {

struct MinSpend {
    Fen fen;
    bool strict = false;         // exceeds instead of reaches
    bool after_earlier = false;  // of what earlier steps and schemes left to pay, instead of the list price
    bool operator==(const MinSpend&) const = default;
};

// Counts of subsidised meals, and of the fen that subsidy steps give; an absent one does not limit.
struct Limits {
    std::optional<std::uint32_t> per_slot;
    std::optional<std::uint32_t> per_day;
    std::optional<std::uint32_t> per_week;
    std::optional<std::uint32_t> per_month{};
    std::optional<std::uint32_t> per_year{};
    std::optional<Fen> given_per_month{};
    std::optional<Fen> given_per_year{};
    bool any() const { return *this != Limits{}; }
    bool operator==(const Limits&) const = default;
};

struct FixedBenefit {
    Fen fen;
    bool operator==(const FixedBenefit&) const = default;
};
struct BySlotBenefit {
    Fen breakfast, lunch, dinner;
    bool operator==(const BySlotBenefit&) const = default;
};
// numerator/denominator of what is left to pay when the step begins, rounded, at most `cap`.
struct ShareBenefit {
    std::uint32_t numerator = 0, denominator = 1;
    Fen cap;
    Rounding rounding{};
    bool operator==(const ShareBenefit&) const = default;
};

struct Benefit {
    std::string payer;
    std::variant<FixedBenefit, BySlotBenefit, ShareBenefit> what;
    bool operator==(const Benefit&) const = default;
};

// The benefit that gives way when a class offers more than may be given.
enum class Shrink : std::uint8_t { last = 1, first = 2, in_proportion = 3 };

// The class that gives, of those that match: the one that gives most, the first that gives anything, or all of them,
// one after the other.
enum class Choose : std::uint8_t { best = 1, first = 2, sum = 3 };

// A class the person matches. `id` counts those of its step here: a place in the scheme's file would tell which it is.
struct SheetClass {
    std::uint32_t id = 0;
    std::optional<MinSpend> min_spend;
    std::vector<Benefit> benefits;
    std::optional<Fen> set_meals_from{};  // looks at set meals alone, of this price a portion at least
    Shrink shrink = Shrink::last;
    bool operator==(const SheetClass&) const = default;
};

// When a step applies and how often.
struct StepTerms {
    std::vector<MealSlot> meals;     // empty: every one
    std::vector<DayKind> days;       // empty: every one
    std::vector<ServiceMode> modes;  // empty: every one
    Limits limits;
    std::optional<MinSpend> min_spend;
    std::vector<std::uint32_t> meals_of_day{};  // 1: the holder's first of the day; empty: every one
    bool operator==(const StepTerms&) const = default;
};

struct SubsidyRight {
    StepTerms terms;
    std::vector<SheetClass> classes;
    std::optional<Fen> set_meals_from{};  // looks at set meals alone, of this price a portion at least
    Fen min_self_pay{};                   // of the food, left to the guest after this step
    Choose choose = Choose::best;
    bool operator==(const SubsidyRight&) const = default;
};
// Either a percentage to pay, or one by the ordinal of the meal in the day (100 after the list's end).
struct DiscountRight {
    std::string payer;
    std::optional<std::uint32_t> pay_percent;
    std::vector<std::uint32_t> pay_percent_by_meal_of_day;
    Rounding rounding{};
    bool operator==(const DiscountRight&) const = default;
};
struct FixedPriceRight {
    std::string payer;
    Fen list_price;
    Fen self_pay;
    bool operator==(const FixedPriceRight&) const = default;
};
struct QuotaRight {
    std::string payer;
    Fen amount;  // per calendar month
    bool operator==(const QuotaRight&) const = default;
};
struct DeliveryFeeRight {
    std::string payer;
    Fen amount;
    bool operator==(const DeliveryFeeRight&) const = default;
};

// One step of a scheme version; `index` is its place there and stays when steps without a matching class are left out.
struct SheetStep {
    std::uint32_t index = 0;
    std::variant<SubsidyRight, std::vector<DiscountRight>, std::vector<FixedPriceRight>, QuotaRight, DeliveryFeeRight>
        what;
    StepTerms terms{};  // of a subsidy none: its right holds them
    // True if a meal to which it gives counts as a subsidised one.
    bool counts() const { return std::holds_alternative<SubsidyRight>(what) || terms.limits.any(); }
    bool operator==(const SheetStep&) const = default;
};

// The sum that a payer gives in a calendar month or year to all guests together; then it stops.
struct Budget {
    std::string payer;  // "": all payers of the scheme together
    UseKind period = UseKind::budget_year;
    Fen amount;
    bool operator==(const Budget&) const = default;
};

inline constexpr const char* every_other_scheme = "*";

struct SheetScheme {
    std::string scheme;
    std::string version;
    std::vector<SheetStep> steps;
    std::vector<std::string> excludes{};  // schemes that do not give beside this one; "*": every other
    Fen min_self_pay{};                   // of the food, left to the guest after each step
    std::vector<Budget> budgets{};
    std::vector<UseKind> counted{};            // of month and year: what any version of the scheme limits by
    std::vector<Identified> identification{};  // gives only to a guest known in one of these ways; empty: in any
    bool operator==(const SheetScheme&) const = default;
};

// An employer of the holder on the sheet's dates.
struct EmployerRight {
    std::string employer;  // its code
    std::string name;
    bool has_account = false;
    std::optional<Allowance> allowance;
    bool operator==(const EmployerRight&) const = default;
};

// The journal row that last changed what this sheet says.
using SheetVersion = Seq;

struct RightSheet {
    SheetVersion version = 0;
    MemberId member;  // nil: a guest without number
    std::string member_number;
    std::string name;
    std::string last_four;             // of the ID number; "" if not recorded
    Date from, to;                     // both included
    std::vector<SheetScheme> schemes;  // in priority order
    std::vector<std::string> cards{};  // active ones
    std::vector<MemberId> carers{};    // members who may order for the holder
    std::vector<EmployerRight> employers{};
    std::vector<std::uint8_t> allergens{};  // GB 7718 groups, to warn before paying
    DietFlags diet = 0;
    std::vector<std::string> former_numbers{};  // of records that were merged into the holder's

    // True if the holder can be counted: steps with a limit, an ordinal or a quota give a guest without number nothing.
    bool has_number() const { return !member.is_nil(); }
    bool operator==(const RightSheet&) const = default;
};

}  // namespace canteen
