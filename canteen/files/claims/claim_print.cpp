#include "canteen/files/claims/claim_print.h"

#include "canteen/files/claims/operator_money.h"
#include "canteen/files/csv.h"

namespace canteen {
namespace {

constexpr std::size_t shown_characters = 4;

std::string masked(const std::string& id_number) {
    if (id_number.size() <= shown_characters) return "";
    auto hidden = id_number.size() - shown_characters;
    return std::string(hidden, '*') + id_number.substr(hidden);
}

// By what the payer tells two persons of one name apart: who has no paper recorded has a number here at least.
std::string paper_of(const Member& member) {
    return member.id_number.empty() ? "会员号 " + member.number : masked(member.id_number);
}

std::string categories_on(const Member& member, Date date) {
    std::string text;
    for (const auto& fact : member.tags)
        if (fact.valid.contains(date)) text += (text.empty() ? "" : "/") + fact.tag;
    return text;
}

std::string hukou_on(const Member& member, Date date) {
    for (const auto& fact : member.hukou)
        if (fact.valid.contains(date)) return fact.area;
    return "";
}

void add(PrintedPerson& person, const PrintedMeal& meal) {
    const auto& line = meal.line;
    const int times = meals_added(line);
    person.share += line.share;
    person.meals.at(static_cast<std::size_t>(line.meal.slot)) += times;
    if (line.mode == ServiceMode::delivery) person.deliveries += times;
    person.food += meal.added.food;
    person.delivery += line.delivery * times;
    person.waived += meal.added.waived;
    person.self_pay += meal.added.self_pay;
    person.operating += meal.operating * times;
}

}  // namespace

std::string meal_word(MealSlot slot) {
    constexpr std::array words{"", "早餐", "午餐", "晚餐"};
    return words.at(static_cast<std::size_t>(slot));
}

std::string identified_word(Identified identified) {
    constexpr std::array words{"", "刷卡", "扫码", "刷脸", "输入编号", "人工核对"};
    return words.at(static_cast<std::size_t>(identified));
}

std::string minute_text(Timestamp at) {
    return to_string(date_at_site(at)) + " " + to_string(minute_at_site(at));
}

std::vector<PrintedMeal> printed_meals(const std::vector<ClaimLine>& lines, const PrintBasis& basis) {
    std::vector<PrintedMeal> printed;
    const OperatorMoney money(lines, basis);
    printed.reserve(lines.size());
    for (const auto& line : lines) {
        PrintedMeal meal;
        meal.line = line;
        meal.left = sums_left(line, basis.refunded);
        meal.added = sums_added(line, basis.refunded);
        if (auto till = basis.devices.find(line.device); till != basis.devices.end()) meal.till = till->second;
        auto found = basis.members.find(line.member);
        const auto* member = found == basis.members.end() ? nullptr : &found->second;
        meal.operating = money.of(line);
        if (member) {
            meal.name = member->name;
            meal.id_number = paper_of(*member);
            meal.categories = categories_on(*member, line.meal.date);
            meal.hukou = hukou_on(*member, line.meal.date);
        } else if (!line.member.is_nil()) {
            meal.name = "已删除";
        }
        printed.push_back(std::move(meal));
    }
    return printed;
}

std::vector<PrintedPerson> printed_persons(const std::vector<PrintedMeal>& meals) {
    std::map<std::pair<std::string, MemberId>, PrintedPerson> persons;
    for (const auto& meal : meals) {
        auto [person, is_new] = persons.try_emplace({meal.name, meal.line.member});
        if (is_new) person->second.first = meal;
        add(person->second, meal);
    }
    std::vector<PrintedPerson> printed;
    for (auto& [who, person] : persons) printed.push_back(std::move(person));
    return printed;
}

std::string print_persons(const std::vector<PrintedMeal>& meals) {
    std::string out = byte_order_mark;
    out +=
        csv_row({"序号", "姓名", "证件号", "人员类别", "户籍街道", "早餐次数", "午餐次数", "晚餐次数", "餐费总额",
                 "申报补贴", "企业让利", "个人自付", "送餐次数", "其中送餐补贴", "运营补贴", "经办", "审核", "盖章"});
    std::size_t number = 0;
    for (const auto& person : printed_persons(meals)) {
        out += csv_row({std::to_string(++number), csv_text(person.first.name), person.first.id_number,
                        csv_text(person.first.categories), person.first.hukou, std::to_string(person.meals[1]),
                        std::to_string(person.meals[2]), std::to_string(person.meals[3]), to_yuan(person.food),
                        to_yuan(person.share), to_yuan(person.waived), to_yuan(person.self_pay),
                        std::to_string(person.deliveries), to_yuan(person.delivery), to_yuan(person.operating), "", "",
                        ""});
    }
    return out;
}

std::string print_meals(const std::vector<PrintedMeal>& meals) {
    std::string out = byte_order_mark;
    out += csv_row({"序号", "姓名", "证件号", "所属期", "用餐日期", "餐次", "时间", "终端", "验证方式", "取餐号",
                    "餐费", "前已申报", "申报补贴", "企业让利", "个人自付"});
    std::size_t number = 0;
    for (const auto& meal : meals) {
        const auto& line = meal.line;
        out += csv_row({std::to_string(++number), csv_text(meal.name), meal.id_number, month_text(line.meal.date),
                        to_string(line.meal.date), meal_word(line.meal.slot), minute_text(line.sold_at),
                        csv_text(meal.till), identified_word(line.identified),
                        line.pickup.letters.empty() ? "" : to_string(line.pickup), to_yuan(meal.left.food),
                        to_yuan(line.asked_before), to_yuan(line.share), to_yuan(meal.left.waived),
                        to_yuan(meal.left.self_pay)});
    }
    return out;
}

}  // namespace canteen
