// The word for each value of an enum, as files, lists and the office write it. Pure; any thread.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canteen/domain/base/programmer_error.h"
#include "canteen/domain/model/member.h"
#include "canteen/domain/model/order.h"
#include "canteen/domain/model/shift.h"
#include "canteen/domain/model/staff.h"

namespace canteen {

template <class Enum>
struct Named {
    Enum value;
    std::string_view name;
    std::string_view in_schemes = {};  // what scheme files and uses.csv write; "" for what they never name
};

// The table of the enum; false for one without names.
template <class Enum>
inline constexpr bool name_table = false;

template <>
inline constexpr auto name_table<MealSlot> =
    std::to_array<Named<MealSlot>>({{MealSlot::breakfast, "breakfast", "BREAKFAST"},
                                    {MealSlot::lunch, "lunch", "LUNCH"},
                                    {MealSlot::dinner, "dinner", "DINNER"}});

template <>
inline constexpr auto name_table<ServiceMode> =
    std::to_array<Named<ServiceMode>>({{ServiceMode::dine_in, "dine_in", "DINE_IN"},
                                       {ServiceMode::takeaway, "takeaway", "TAKEAWAY"},
                                       {ServiceMode::delivery, "delivery", "DELIVERY"}});

template <>
inline constexpr auto name_table<Origin> = std::to_array<Named<Origin>>(
    {{Origin::counter, "counter"}, {Origin::ahead, "ahead"}, {Origin::delivery, "delivery"}, {Origin::group, "group"}});

template <>
inline constexpr auto name_table<Identified> =
    std::to_array<Named<Identified>>({{Identified::not_said, "not_said"},
                                      {Identified::card, "card", "CARD"},
                                      {Identified::code, "code", "CODE"},
                                      {Identified::face, "face", "FACE"},
                                      {Identified::number, "number", "NUMBER"},
                                      {Identified::by_sight, "by_sight", "MANUAL"}});

template <>
inline constexpr auto name_table<OrderState> =
    std::to_array<Named<OrderState>>({{OrderState::held, "held"},
                                      {OrderState::placed, "placed"},
                                      {OrderState::ready, "ready"},
                                      {OrderState::handed_over, "handed_over"},
                                      {OrderState::cancelled, "cancelled"},
                                      {OrderState::expired, "expired"}});

template <>
inline constexpr auto name_table<TenderKind> =
    std::to_array<Named<TenderKind>>({{TenderKind::cash, "cash"},
                                      {TenderKind::wechat, "wechat"},
                                      {TenderKind::alipay, "alipay"},
                                      {TenderKind::stored_value, "stored_value"},
                                      {TenderKind::allowance, "allowance"},
                                      {TenderKind::points, "points"},
                                      {TenderKind::employer, "employer"},
                                      {TenderKind::bank, "bank"},
                                      {TenderKind::unionpay, "unionpay"},
                                      {TenderKind::ecny, "ecny"}});

template <>
inline constexpr auto name_table<RefundReason> =
    std::to_array<Named<RefundReason>>({{RefundReason::guest_asked, "guest_asked"},
                                        {RefundReason::wrong_entry, "wrong_entry"},
                                        {RefundReason::not_served, "not_served"},
                                        {RefundReason::quality, "quality"},
                                        {RefundReason::correction, "correction"},
                                        {RefundReason::claim_rejected, "claim_rejected"}});

template <>
inline constexpr auto name_table<UseKind> =
    std::to_array<Named<UseKind>>({{UseKind::per_slot, "meals_of_slot", "per_slot"},
                                   {UseKind::per_day, "meals_of_day", "per_day"},
                                   {UseKind::per_week, "meals_of_week", "per_week"},
                                   {UseKind::meal_eaten, "meals_eaten"},
                                   {UseKind::quota_month, "quota_of_month", "quota_month"},
                                   {UseKind::per_month, "meals_of_month", "per_month"},
                                   {UseKind::per_year, "meals_of_year", "per_year"},
                                   {UseKind::given_month, "given_in_month", "given_month"},
                                   {UseKind::given_year, "given_in_year", "given_year"},
                                   {UseKind::budget_month, "budget_of_month"},
                                   {UseKind::budget_year, "budget_of_year"},
                                   {UseKind::allowance, "allowance", "allowance"}});

template <>
inline constexpr auto name_table<StaffRole> = std::to_array<Named<StaffRole>>({{StaffRole::cashier, "cashier"},
                                                                               {StaffRole::supervisor, "supervisor"},
                                                                               {StaffRole::manager, "manager"},
                                                                               {StaffRole::clerk, "clerk"}});

template <>
inline constexpr auto name_table<DrawerMoveKind> =
    std::to_array<Named<DrawerMoveKind>>({{DrawerMoveKind::pay_in, "pay_in"},
                                          {DrawerMoveKind::pay_out, "pay_out"},
                                          {DrawerMoveKind::safe_drop, "safe_drop"},
                                          {DrawerMoveKind::no_sale, "no_sale"}});

template <>
inline constexpr auto name_table<CardState> = std::to_array<Named<CardState>>(
    {{CardState::active, "active"}, {CardState::lost, "lost"}, {CardState::replaced, "replaced"}});

template <>
inline constexpr auto name_table<ReviewStep> =
    std::to_array<Named<ReviewStep>>({{ReviewStep::submitted, "submitted"},
                                      {ReviewStep::first_review, "first_review"},
                                      {ReviewStep::second_review, "second_review"},
                                      {ReviewStep::approved, "approved"},
                                      {ReviewStep::rejected, "rejected"},
                                      {ReviewStep::withdrawn, "withdrawn"}});

template <class Enum>
concept HasNames = requires { name_table<Enum>.size(); };

template <HasNames Enum>
std::optional<std::string_view> find_name(Enum value) {
    const auto* found = std::ranges::find(name_table<Enum>, value, &Named<Enum>::value);
    return found == name_table<Enum>.end() ? std::nullopt : std::optional(found->name);
}

template <HasNames Enum>
std::string name_of(Enum value) {
    const auto name = find_name(value);
    if (!name) throw ProgrammerError("a value without a name");
    return std::string(*name);
}

// The values by name, as command lines and lists of words look them up.
template <HasNames Enum>
std::map<std::string, Enum> by_name(const std::vector<Enum>& values) {
    std::map<std::string, Enum> named;
    for (const auto value : values) named[name_of(value)] = value;
    return named;
}

}  // namespace canteen
