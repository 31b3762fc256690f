// A subsidy scheme as its file says it: dated versions of steps, and what is owed to the operator beside the bill.
// Rules: deploy/schemes/FORMAT.md. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "canteen/domain/model/eligibility.h"
#include "canteen/domain/model/right_sheet.h"

namespace canteen {

// Given only to those whose hukou, or residence, lies within that area of the serving site.
struct SchemeBenefit {
    Benefit benefit;
    std::optional<SharedArea> hukou_within;
    std::optional<SharedArea> residence_within{};
    bool operator==(const SchemeBenefit&) const = default;
};

struct SubsidyClass {
    std::string id;
    Who who;
    std::optional<MinSpend> min_spend;
    std::vector<SchemeBenefit> benefits;
    std::optional<Fen> set_meals_from{};
    Shrink shrink = Shrink::last;
    bool operator==(const SubsidyClass&) const = default;
};
struct SubsidyStep {
    std::vector<SubsidyClass> classes;
    std::optional<Fen> set_meals_from{};
    Fen min_self_pay{};
    Choose choose = Choose::best;
    StepTerms terms{};
    bool operator==(const SubsidyStep&) const = default;
};

// Either a percentage, or one by the ordinal of the meal in the day.
struct DiscountClass {
    Who who;
    std::optional<std::uint32_t> pay_percent;
    std::vector<std::uint32_t> pay_percent_by_meal_of_day;
    bool operator==(const DiscountClass&) const = default;
};
struct DiscountStep {
    std::string payer;
    std::vector<DiscountClass> classes;
    Rounding rounding{};
    StepTerms terms{};
    bool operator==(const DiscountStep&) const = default;
};

struct FixedPriceClass {
    Who who;
    Fen list_price;
    Fen self_pay;
    bool operator==(const FixedPriceClass&) const = default;
};
struct FixedPriceStep {
    std::string payer;
    std::vector<FixedPriceClass> classes;
    StepTerms terms{};
    bool operator==(const FixedPriceStep&) const = default;
};

// Per calendar month, without carry-over; for those whom any of `classes` matches.
struct QuotaStep {
    std::string payer;
    Fen amount;
    std::vector<Who> classes;
    StepTerms terms{};
    bool operator==(const QuotaStep&) const = default;
};

struct DeliveryFeeClass {
    Who who;
    Fen amount;
    bool operator==(const DeliveryFeeClass&) const = default;
};
struct DeliveryFeeStep {
    std::string payer;
    std::vector<DeliveryFeeClass> classes;
    StepTerms terms{};
    bool operator==(const DeliveryFeeStep&) const = default;
};

using SchemeStep = std::variant<SubsidyStep, DiscountStep, FixedPriceStep, QuotaStep, DeliveryFeeStep>;

const StepTerms& terms_of(const SchemeStep& step);
// True if a meal to which it gives counts as a subsidised one: of a subsidy, and of every step with a limit.
bool counts(const SchemeStep& step);

enum class OperatorPaymentKind : std::uint8_t { operating = 1, delivery = 2 };

struct OperatorPayment {
    OperatorPaymentKind kind = OperatorPaymentKind::operating;
    std::string payer;
    Fen amount;
    bool subsidised_only = false;    // only of a subsidised meal
    std::vector<ServiceMode> modes;  // empty: every one
    Who who;
    std::optional<bool> own_kitchen;  // absent: any kitchen
    std::vector<MealSlot> meals{};    // empty: every one
    std::vector<DayKind> days{};      // empty: every one
    bool per_diner_day = false;       // once a person and day, for the first meal it is owed for
    bool operator==(const OperatorPayment&) const = default;
};

// How often a payer settles; a claim for another kind of period is refused.
enum class SettlementPeriod : std::uint8_t { month = 1, quarter = 2 };

struct SchemeVersion {
    std::string id;
    DateRange effective;
    std::vector<SchemeStep> steps;
    std::vector<OperatorPayment> operator_payments;
    std::vector<std::string> excludes{};  // schemes that do not give beside this one; "*": every other
    Fen min_self_pay{};                   // of the food, left to the guest after each step
    std::vector<Budget> budgets{};
    std::vector<Identified> identification{};      // gives only to a guest known in one of these ways; empty: in any
    std::optional<SettlementPeriod> settlement{};  // absent: by month or by quarter
    bool operator==(const SchemeVersion&) const = default;
};

struct Scheme {
    std::string id;
    std::string name;
    std::string name_en;                  // "" if not given
    std::string source;                   // how sure the rule is
    std::vector<SchemeVersion> versions;  // no two share a date
    std::string text;  // the file it was read from, byte for byte; reading it again yields this scheme

    // The version in force on the date; null: the scheme gives nothing that day.
    const SchemeVersion* version_on(Date date) const;
    // Null if it has no version of that id.
    const SchemeVersion* version(const std::string& version_id) const;
    bool operator==(const Scheme&) const = default;
};

}  // namespace canteen
