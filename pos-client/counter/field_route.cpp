#include "pos-client/counter/field_route.h"

#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/member.h"

namespace canteen::till {
namespace {

constexpr std::size_t wechat_digits = 18, alipay_least = 16, alipay_most = 24, union_pay_digits = 19;
constexpr std::size_t dish_digits = 3;

// Removes what magnetic stripe readers set around a track.
std::string without_sentinels(std::string text) {
    const auto is_sentinel = [](char c) { return c == '%' || c == ';' || c == '?'; };
    while (!text.empty() && is_sentinel(text.front())) text.erase(text.begin());
    while (!text.empty() && is_sentinel(text.back())) text.pop_back();
    return text;
}

int first_two(const std::string& digits) {
    return (digits[0] - '0') * 10 + (digits[1] - '0');
}

// WeChat, Alipay and UnionPay say how their payment codes begin.
std::optional<TenderKind> channel_of(const std::string& number) {
    if (number.size() < alipay_least || !all_digits(number)) return std::nullopt;
    const auto begins = first_two(number);
    if (number.size() == wechat_digits && begins >= 10 && begins <= 15) return TenderKind::wechat;
    if (number.size() <= alipay_most && begins >= 25 && begins <= 30) return TenderKind::alipay;
    if (number.size() == union_pay_digits && begins == 62) return TenderKind::unionpay;
    return std::nullopt;
}

FieldMeaning dish_or_guest(const std::string& typed, const FieldKnowledge& known) {
    const auto dishes = known.dishes(typed);
    if (dishes.size() == 1) return ADish{dishes.front()};
    const auto guests = known.guests(typed);
    if (!guests.empty()) return SomeGuests{guests};
    return NothingKnown{};
}

}  // namespace

FieldMeaning meaning_of(const std::string& typed, bool burst, const FieldKnowledge& known) {
    const auto number = without_sentinels(normal_number(typed));
    if (number.empty()) return NothingKnown{};
    if (const auto holder = known.holder_of_card(number); !holder.is_nil()) return AGuest{holder, Identified::card};
    if (is_valid_id_number(number)) return AnIdNumber{};
    if (known.is_pickup(number)) return ASale{number};
    if (const auto channel = channel_of(number)) return APaymentCode{*channel, number};
    const bool may_be_dish = !burst && number.size() <= dish_digits;
    const auto holder = known.holder_of_number(number);
    if (!holder.is_nil() && (!may_be_dish || known.dishes(number).empty()))
        return AGuest{holder, burst ? Identified::code : Identified::number};
    if (burst) return NothingKnown{};
    return dish_or_guest(trimmed(typed), known);
}

}  // namespace canteen::till
