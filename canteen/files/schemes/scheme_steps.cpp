#include "canteen/files/schemes/scheme_steps.h"

#include <algorithm>
#include <limits>

#include "canteen/files/schemes/scheme_terms.h"
#include "canteen/files/schemes/scheme_who.h"
#include "canteen/files/schemes/scheme_words.h"

namespace canteen {

namespace {

constexpr Fen no_cap{std::numeric_limits<std::int64_t>::max()};

// Absent: nothing is asked. Without a price: any set meal.
std::optional<Fen> read_set_meals(JsonFields& owner) {
    const auto place = owner.find("set_meals_only");
    if (!place) return std::nullopt;
    JsonFields fields(*place);
    const auto price = fields.find("min_price_fen");
    const Fen from = price ? read_fen(*price) : Fen{};
    fields.end();
    return from;
}

// `may_round_rest`: of a discount.
Rounding read_rounding(JsonFields& owner, bool may_round_rest) {
    constexpr Word<bool> of_words[] = {{"REDUCTION", false}, {"TO_PAY", true}};
    const auto place = owner.find("rounding");
    if (!place) return {};
    JsonFields fields(*place);
    Rounding rounding;
    rounding.unit = {read_whole(fields.need("unit_fen"), 1, max_rounding_unit.value)};
    rounding.direction = read_word(fields.need("direction"), direction_words);
    if (may_round_rest) {
        if (const auto of = fields.find("of")) rounding.of_rest = read_word(*of, of_words);
    }
    fields.end();
    return rounding;
}

FixedBenefit read_fixed(const JsonPlace& place) {
    JsonFields fields(place);
    const FixedBenefit benefit{read_fen(fields.need("fen"))};
    fields.end();
    return benefit;
}

// A slot that is not named is given nothing.
BySlotBenefit read_by_slot(const JsonPlace& place) {
    JsonFields fields(place);
    bool any = false;
    const auto amount = [&](std::string_view key) {
        const auto field = fields.find(key);
        any = any || field;
        return field ? read_fen(*field) : Fen{};
    };
    const Fen breakfast = amount("breakfast_fen");
    const Fen lunch = amount("lunch_fen");
    const Fen dinner = amount("dinner_fen");
    fields.end();
    if (!any) refuse(place, "lacks an amount: breakfast_fen, lunch_fen or dinner_fen");
    return {breakfast, lunch, dinner};
}

ShareBenefit read_share(const JsonPlace& place) {
    JsonFields fields(place);
    ShareBenefit share;
    share.numerator = read_count(fields.need("numerator"), 0, max_share_part);
    share.denominator = read_count(fields.need("denominator"), 1, max_share_part);
    if (share.numerator > share.denominator) refuse(place, "a share of more than the whole");
    const auto cap = fields.find("cap_fen");
    share.cap = cap ? read_fen(*cap) : no_cap;
    share.rounding = read_rounding(fields, false);
    fields.end();
    return share;
}

SchemeBenefit read_benefit(const JsonPlace& place) {
    JsonFields fields(place);
    SchemeBenefit benefit;
    benefit.benefit.payer = read_name(fields.need("payer"));
    if (const auto area = fields.find("hukou_within")) benefit.hukou_within = read_word(*area, area_words);
    if (const auto area = fields.find("residence_within")) benefit.residence_within = read_word(*area, area_words);
    int forms = 0;
    const auto form = [&](std::string_view key, auto read) {
        const auto field = fields.find(key);
        if (!field) return;
        ++forms;
        benefit.benefit.what = read(*field);
    };
    form("fixed", read_fixed);
    form("by_slot", read_by_slot);
    form("share", read_share);
    fields.end();
    if (forms != 1) refuse(place, "must have exactly one of fixed, by_slot, share");
    return benefit;
}

SubsidyClass read_subsidy_class(const JsonPlace& place) {
    JsonFields fields(place);
    SubsidyClass c;
    c.id = read_name(fields.need("id"));
    c.who = read_who(fields);
    c.min_spend = read_min_spend(fields);
    c.set_meals_from = read_set_meals(fields);
    if (const auto shrink = fields.find("shrink")) c.shrink = read_word(*shrink, shrink_words);
    for (const auto& item : read_list(fields.need("benefits"))) c.benefits.push_back(read_benefit(item));
    fields.end();
    return c;
}

SubsidyStep read_subsidy(const JsonPlace& place) {
    JsonFields fields(place);
    SubsidyStep step;
    step.terms = read_terms(fields);
    step.set_meals_from = read_set_meals(fields);
    step.min_self_pay = read_min_self_pay(fields);
    if (const auto choose = fields.find("choose")) step.choose = read_word(*choose, choose_words);
    for (const auto& item : read_list(fields.need("classes"), max_classes)) {
        SubsidyClass c = read_subsidy_class(item);
        const bool twice = std::any_of(step.classes.begin(), step.classes.end(),
                                       [&c](const SubsidyClass& other) { return other.id == c.id; });
        if (twice) refuse(item, "class \"" + c.id + "\" is given twice");
        step.classes.push_back(std::move(c));
    }
    fields.end();
    return step;
}

// The classes of the other kinds of step: `who` and what `read_rest` asks for. Their id is for people alone.
template <class Class, class ReadRest>
std::vector<Class> read_classes(JsonFields& owner, ReadRest read_rest) {
    std::vector<Class> classes;
    for (const auto& item : read_list(owner.need("classes"), max_classes)) {
        JsonFields fields(item);
        if (const auto id = fields.find("id")) read_name(*id);
        classes.push_back(read_rest(fields, read_who(fields)));
        fields.end();
    }
    return classes;
}

DiscountClass read_discount_class(JsonFields& fields, Who who) {
    DiscountClass c{std::move(who), {}, {}};
    const auto one = fields.find("pay_percent");
    const auto by_meal = fields.find("pay_percent_by_meal_of_day");
    if (one.has_value() == by_meal.has_value()) {
        refuse(fields.place(), "must have exactly one of pay_percent, pay_percent_by_meal_of_day");
    }
    if (one) c.pay_percent = read_count(*one, 0, max_percent);
    if (by_meal) {
        for (const auto& item : read_list(*by_meal)) {
            c.pay_percent_by_meal_of_day.push_back(read_count(item, 0, max_percent));
        }
    }
    return c;
}

DiscountStep read_discount(const JsonPlace& place) {
    JsonFields fields(place);
    DiscountStep step{read_name(fields.need("payer")), read_classes<DiscountClass>(fields, read_discount_class),
                      read_rounding(fields, true), read_terms(fields)};
    fields.end();
    return step;
}

// The list price stands at the step, for all its classes, or at each class.
FixedPriceStep read_fixed_price(const JsonPlace& place) {
    JsonFields fields(place);
    FixedPriceStep step{read_name(fields.need("payer")), {}, read_terms(fields)};
    std::optional<Fen> of_step;
    if (const auto field = fields.find("list_price_fen")) of_step = read_fen(*field);
    step.classes = read_classes<FixedPriceClass>(fields, [&of_step](JsonFields& c, Who who) {
        if (of_step && c.find("list_price_fen")) refuse(c.place(), "list_price_fen stands at the step already");
        const Fen list_price = of_step ? *of_step : read_fen(c.need("list_price_fen"));
        return FixedPriceClass{std::move(who), list_price, read_fen(c.need("self_pay_fen"))};
    });
    fields.end();
    return step;
}

QuotaStep read_quota(const JsonPlace& place) {
    enum class Period : std::uint8_t { calendar_month };
    constexpr Word<Period> period_words[] = {{"CALENDAR_MONTH", Period::calendar_month}};
    JsonFields fields(place);
    QuotaStep step{read_name(fields.need("payer")), {}, {}, read_terms(fields)};
    read_word(fields.need("period"), period_words);
    step.amount = read_fen(fields.need("amount_fen"));
    step.classes = read_classes<Who>(fields, [](JsonFields&, Who who) { return who; });
    fields.end();
    return step;
}

DeliveryFeeStep read_delivery_fee(const JsonPlace& place) {
    JsonFields fields(place);
    DeliveryFeeStep step{read_name(fields.need("payer")), {}, read_terms(fields)};
    step.classes = read_classes<DeliveryFeeClass>(fields, [](JsonFields& c, Who who) {
        return DeliveryFeeClass{std::move(who), read_fen(c.need("amount_fen"))};
    });
    fields.end();
    return step;
}

}  // namespace

Fen read_min_self_pay(JsonFields& fields) {
    const auto place = fields.find("min_self_pay_fen");
    return place ? read_fen(*place) : Fen{};
}

SchemeStep read_scheme_step(const JsonPlace& place) {
    JsonFields fields(place);
    std::optional<SchemeStep> step;
    int kinds = 0;
    const auto kind = [&](std::string_view key, auto read) {
        const auto field = fields.find(key);
        if (!field) return;
        ++kinds;
        step = read(*field);
    };
    kind("subsidy", read_subsidy);
    kind("discount", read_discount);
    kind("fixed_price", read_fixed_price);
    kind("quota", read_quota);
    kind("delivery_fee", read_delivery_fee);
    fields.end();
    if (kinds != 1) refuse(place, "must be exactly one of subsidy, discount, fixed_price, quota, delivery_fee");
    return std::move(*step);
}

}  // namespace canteen
