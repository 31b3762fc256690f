#include "canteen/reports/explain_texts.h"

#include <algorithm>
#include <iterator>

namespace canteen {
namespace {

struct Words {
    std::string_view code, zh, en;
};

constexpr Words catalogue[] = {
    {"given", "补贴", "given"},
    {"other_meal", "不适用于这一餐次", "not for this meal of the day"},
    {"other_day", "不适用于这一类日期", "not for this kind of day"},
    {"other_mode", "不适用于这种就餐方式", "not for this way of eating"},
    {"limit_used", "次数或额度已用完", "the count or amount is used up"},
    {"budget_used", "付款方本期预算已用完", "the payer's budget of the period is spent"},
    {"excluded", "已享受另一方案，不可叠加", "another scheme gave already, and these two exclude each other"},
    {"below_min_spend", "未达到最低消费", "below the minimum spend"},
    {"other_meal_of_day", "本餐不属于方案规定的当日餐次", "not for this meal of the person's day"},
    {"no_set_meal", "没有符合条件的套餐", "no set meal that it asks for"},
    {"self_pay_kept", "须保留最低自付金额", "the minimum self-pay is kept"},
    {"nothing_left", "已无应付金额", "nothing is left to pay"},
    {"gives_nothing", "本次金额为零", "comes to nothing here"},
    {"needs_number", "需要会员号", "needs a member number"},
    {"not_identified", "需以规定方式核验身份", "the guest was not identified in one of the ways it asks for"},
    {"not_for_member", "不适用于此会员", "not for this member"},
    {"not_in_force", "当日无有效版本", "no version is in force that day"},
    {"not_for_schemes", "没有登记任何补贴方案", "no scheme is recorded"},
    {"step.subsidy", "补贴", "subsidy"},
    {"step.discount", "折扣", "discount"},
    {"step.fixed_price", "固定自付价", "fixed price"},
    {"step.quota", "月度额度", "monthly quota"},
    {"step.delivery_fee", "送餐费", "delivery fee"},
    {"choose.first", "适用类别中取第一个", "of the classes that match the first one gives"},
    {"choose.sum", "适用类别累加", "all classes that match give, one after the other"},
    {"min_spend.at_least", "须达到", "asks for at least"},
    {"min_spend.more_than", "须超过", "asks for more than"},
    {"min_spend.of_list", "（折前餐费）", "of food, before any discount"},
    {"min_spend.of_left", "（前面各步之后的应付餐费）", "of food still to pay"},
    {"identified.asked", "认可的核验方式：", "asks to know the guest by"},
    {"identified.was", "本次：", "was"},
    {"identified.card", "刷卡", "card"},
    {"identified.code", "扫码", "code on a phone"},
    {"identified.face", "刷脸", "face"},
    {"identified.number", "输入会员号", "number"},
    {"identified.manual", "人工核验", "by sight, countersigned"},
    {"identified.not_said", "未注明", "not said"},
    {"meal.breakfast", "早餐", "breakfast"},
    {"meal.lunch", "午餐", "lunch"},
    {"meal.dinner", "晚餐", "dinner"},
    {"mode.dine_in", "堂食", "dine in"},
    {"mode.takeaway", "外带", "takeaway"},
    {"mode.delivery", "送餐", "delivery"},
    {"day.workday", "工作日", "workday"},
    {"day.weekend", "周末", "weekend"},
    {"day.holiday", "节假日", "holiday"},
    {"day.make_up_workday", "调休上班日", "workday to make up for a holiday"},
    {"use.slot", "本餐", "this meal"},
    {"use.day", "当日", "this day"},
    {"use.week", "本周", "this week"},
    {"use.month", "本月", "this month"},
    {"use.year", "本年", "this year"},
    {"member", "会员", "member"},
    {"counted.now", "已用次数：截至现在", "uses counted: as of now"},
    {"counted.then", "已用次数：截至该餐开始", "uses counted: as of the beginning of that meal"},
    {"food", "餐费合计", "food"},
    {"fee", "送餐费", "delivery fee"},
    {"scheme", "方案", "scheme"},
    {"version", "版本", "version"},
    {"step", "步骤", "step"},
    {"used", "已用", "used"},
    {"held_back", "受限于", "held back by"},
    {"self_pay", "自付", "self-pay"},
    {"refused.member_unknown", "没有此会员号", "no member has this number"},
    {"refused.no_menu", "该餐次没有菜单", "that meal has no menu"},
    {"refused.dish_unknown", "菜单上没有此菜品", "the menu has no such dish"},
    {"refused.by_weight", "此菜品按重量出售，请写作 菜品@克数", "sold by weight: write DISH@GRAMS"},
    {"refused.by_portion", "此菜品按份出售", "sold by portion, not by weight"},
};

const Words* find(std::string_view code) {
    const auto found =
        std::find_if(std::begin(catalogue), std::end(catalogue), [code](const Words& w) { return w.code == code; });
    return found == std::end(catalogue) ? nullptr : &*found;
}

}  // namespace

std::string explain_text(Language language, std::string_view code) {
    const Words* words = find(code);
    if (!words) return std::string(code);
    return std::string(language == Language::zh ? words->zh : words->en);
}

bool has_explain_text(std::string_view code) {
    return find(code) != nullptr;
}

}  // namespace canteen
