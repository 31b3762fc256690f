#include "canteen/files/claim_print.h"

#include <algorithm>
#include <array>

#include "canteen/files/csv.h"

namespace canteen {
namespace {

constexpr const char* byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t shown_characters = 4;
constexpr std::array slot_names{"", "早餐", "午餐", "晚餐"};

std::string masked(const std::string& id_number) {
    if (id_number.size() <= shown_characters) return "";
    auto hidden = id_number.size() - shown_characters;
    return std::string(hidden, '*') + id_number.substr(hidden);
}

// A spreadsheet takes what begins like this for a formula.
std::string as_text(const std::string& text) {
    return !text.empty() && std::string("=+-@\t").find(text[0]) != std::string::npos ? "'" + text : text;
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

// One person's row. Persons of one name are told apart by their id.
struct PersonSums {
    const PrintedMeal* first = nullptr;
    std::array<std::uint32_t, 4> meals{};  // by slot
    std::uint32_t deliveries = 0;
    Fen food, share, waived, self_pay;

    void add(const PrintedMeal& meal) {
        if (!first) first = &meal;
        share += meal.line.share;
        ++meals.at(static_cast<std::size_t>(meal.line.meal.slot));
        if (meal.line.mode == ServiceMode::delivery) ++deliveries;
        food += meal.line.food;
        waived += meal.line.waived;
        self_pay += meal.line.self_pay;
    }
};

std::string minute_of(Timestamp at) {
    return to_string(date_at_site(at)) + " " + to_string(minute_at_site(at));
}

}  // namespace

std::vector<PrintedMeal> printed_meals(const std::vector<ClaimLine>& lines, const std::map<MemberId, Member>& members,
                                       const std::map<DeviceId, std::string>& devices) {
    std::vector<PrintedMeal> printed;
    for (const auto& line : lines) {
        PrintedMeal meal;
        meal.line = line;
        if (auto till = devices.find(line.device); till != devices.end()) meal.till = till->second;
        if (auto member = members.find(line.member); member != members.end()) {
            meal.name = member->second.name;
            meal.id_number = masked(member->second.id_number);
            meal.categories = categories_on(member->second, line.meal.date);
            meal.hukou = hukou_on(member->second, line.meal.date);
        } else if (!line.member.is_nil()) {
            meal.name = "已删除";
        }
        printed.push_back(std::move(meal));
    }
    return printed;
}

std::string print_persons(const std::vector<PrintedMeal>& meals) {
    std::map<std::pair<std::string, MemberId>, PersonSums> persons;
    for (const auto& meal : meals) persons[{meal.name, meal.line.member}].add(meal);
    std::string out = byte_order_mark;
    out += csv_row({"序号", "姓名", "证件号", "人员类别", "户籍街道", "早餐次数", "午餐次数", "晚餐次数", "餐费总额",
                    "申报补贴", "企业让利", "个人自付", "送餐次数", "经办", "审核", "盖章"});
    std::size_t number = 0;
    for (const auto& [who, sums] : persons) {
        out += csv_row({std::to_string(++number), as_text(who.first), sums.first->id_number,
                        as_text(sums.first->categories), sums.first->hukou, std::to_string(sums.meals[1]),
                        std::to_string(sums.meals[2]), std::to_string(sums.meals[3]), to_yuan(sums.food),
                        to_yuan(sums.share), to_yuan(sums.waived), to_yuan(sums.self_pay),
                        std::to_string(sums.deliveries), "", "", ""});
    }
    return out;
}

std::string print_meals(const std::vector<PrintedMeal>& meals) {
    std::string out = byte_order_mark;
    out += csv_row({"序号", "姓名", "证件号", "用餐日期", "餐次", "时间", "终端", "取餐号", "餐费", "申报补贴",
                    "企业让利", "个人自付"});
    std::size_t number = 0;
    for (const auto& meal : meals) {
        const auto& line = meal.line;
        out += csv_row({std::to_string(++number), as_text(meal.name), meal.id_number, to_string(line.meal.date),
                        slot_names.at(static_cast<std::size_t>(line.meal.slot)), minute_of(line.sold_at),
                        as_text(meal.till), line.pickup.letters.empty() ? "" : to_string(line.pickup),
                        to_yuan(line.food), to_yuan(line.share), to_yuan(line.waived), to_yuan(line.self_pay)});
    }
    return out;
}

}  // namespace canteen
