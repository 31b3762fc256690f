#include "canteen/files/statements/service_counts_csv.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "canteen/files/claims/claim_print.h"
#include "canteen/files/csv.h"

namespace canteen {
namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 8> group_words{{{everybody, "全部"},
                                                                               {"age_under_60", "60岁以下"},
                                                                               {"age_60_69", "60-69岁"},
                                                                               {"age_70_79", "70-79岁"},
                                                                               {"age_80_89", "80-89岁"},
                                                                               {"age_90_up", "90岁及以上"},
                                                                               {unknown_age, "年龄不明"},
                                                                               {without_number, "无编号"}}};

// Behind the table: a spreadsheet takes the first line for the heading.
constexpr auto rule_of_counting =
    "# 人次: 会员一餐计一人次，无编号顾客每单计一人次；份数: 售出菜品与套餐的份数（称重一次计一份），已扣除退餐";

// Tells a category by the word that the office gave it.
std::string word_of(const ServiceGroup& group) {
    auto found =
        std::ranges::find(group_words, std::string_view(group), &std::pair<std::string_view, const char*>::first);
    if (found != group_words.end()) return found->second;
    return csv_text(group.starts_with(tag_prefix) ? group.substr(std::string_view(tag_prefix).size()) : group);
}

std::set<ClaimPayer> payers_in(const ServiceCounter& counter) {
    std::set<ClaimPayer> payers;
    for (const auto& [key, count] : counter.counts())
        for (const auto& [payer, of_payer] : count.payers) payers.insert(payer);
    return payers;
}

}  // namespace

std::string write_service_counts(const ServiceCounter& counter) {
    auto payers = payers_in(counter);
    std::vector<std::string> heading{"月份", "餐次", "人群", "人数", "人次", "份数"};
    for (const auto& payer : payers) {
        heading.push_back(csv_text(to_string(payer)) + " 人次");
        heading.push_back(csv_text(to_string(payer)) + " 金额");
    }
    std::string out = byte_order_mark + csv_row(heading);
    for (const auto& [key, count] : counter.counts()) {
        std::vector<std::string> row{month_text(key.month),
                                     meal_word(key.slot),
                                     word_of(key.group),
                                     std::to_string(count.persons),
                                     std::to_string(count.person_meals),
                                     std::to_string(count.portions)};
        for (const auto& payer : payers) {
            auto found = count.payers.find(payer);
            auto of_payer = found == count.payers.end() ? PayerCount{} : found->second;
            row.push_back(std::to_string(of_payer.person_meals));
            row.push_back(to_yuan(of_payer.fen));
        }
        out += csv_row(row);
    }
    return out + rule_of_counting + "\n";
}

}  // namespace canteen
