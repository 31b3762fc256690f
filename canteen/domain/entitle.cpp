#include "canteen/domain/entitle.h"

#include <algorithm>

namespace canteen {

namespace {

constexpr std::size_t shown_id_characters = 4;

using Rights = decltype(SheetStep::what);

// Resolves one step for one person; nothing: the step has no class for him.
class StepResolver {
public:
    StepResolver(const std::string& scheme, const Facts& facts) : scheme_(scheme), facts_(facts) {}

    std::optional<Rights> operator()(const SubsidyStep& step) const {
        SubsidyRight right{step.meals,     step.days, step.modes,          step.limits,
                           step.min_spend, {},        step.set_meals_from, step.min_self_pay};
        for (std::size_t place = 0; place < step.classes.size(); ++place) {
            const SubsidyClass& from = step.classes[place];
            SheetClass to{static_cast<std::uint32_t>(place), from.min_spend, benefits_of(from), from.set_meals_from,
                          from.shrink};
            if (for_person(from.who) && !to.benefits.empty()) right.classes.push_back(std::move(to));
        }
        if (right.classes.empty()) return std::nullopt;
        return right;
    }

    std::optional<Rights> operator()(const DiscountStep& step) const {
        std::vector<DiscountRight> rights;
        for (const auto& c : step.classes) {
            if (for_person(c.who))
                rights.push_back({step.payer, c.pay_percent, c.pay_percent_by_meal_of_day, step.rounding});
        }
        return unless_empty(std::move(rights));
    }

    std::optional<Rights> operator()(const FixedPriceStep& step) const {
        std::vector<FixedPriceRight> rights;
        for (const auto& c : step.classes) {
            if (for_person(c.who)) rights.push_back({step.payer, c.list_price, c.self_pay});
        }
        return unless_empty(std::move(rights));
    }

    std::optional<Rights> operator()(const QuotaStep& step) const {
        const bool any =
            std::any_of(step.classes.begin(), step.classes.end(), [this](const Who& who) { return for_person(who); });
        if (!any) return std::nullopt;
        return QuotaRight{step.payer, step.amount};
    }

    // The highest matching amount.
    std::optional<Rights> operator()(const DeliveryFeeStep& step) const {
        std::optional<Rights> best;
        Fen highest;
        for (const auto& c : step.classes) {
            if (!for_person(c.who) || (best && c.amount <= highest)) continue;
            highest = c.amount;
            best = DeliveryFeeRight{step.payer, c.amount};
        }
        return best;
    }

private:
    bool for_person(const Who& who) const { return matches(who, facts_, scheme_); }

    std::vector<Benefit> benefits_of(const SubsidyClass& from) const {
        std::vector<Benefit> benefits;
        for (const auto& b : from.benefits) {
            if (!b.hukou_within || facts_.hukou >= *b.hukou_within) benefits.push_back(b.benefit);
        }
        return benefits;
    }

    template <class Right>
    static std::optional<Rights> unless_empty(std::vector<Right> rights) {
        if (rights.empty()) return std::nullopt;
        return rights;
    }

    const std::string& scheme_;
    const Facts& facts_;
};

// Of month and year: these are counted from the first version on that is known to limit by them, so that a limit holds
// over all versions.
std::vector<UseKind> counted_kinds(const Scheme& scheme) {
    Limits any;
    for (const auto& version : scheme.versions) {
        for (const auto& step : version.steps) {
            const auto* subsidy = std::get_if<SubsidyStep>(&step);
            if (!subsidy) continue;
            const Limits& limits = subsidy->limits;
            any.per_month = std::max(any.per_month, limits.per_month);
            any.per_year = std::max(any.per_year, limits.per_year);
            any.given_per_month = std::max(any.given_per_month, limits.given_per_month);
            any.given_per_year = std::max(any.given_per_year, limits.given_per_year);
        }
    }
    std::vector<UseKind> kinds;
    if (any.per_month) kinds.push_back(UseKind::per_month);
    if (any.per_year) kinds.push_back(UseKind::per_year);
    if (any.given_per_month) kinds.push_back(UseKind::given_month);
    if (any.given_per_year) kinds.push_back(UseKind::given_year);
    return kinds;
}

}  // namespace

SheetScheme rights_in(const Scheme& scheme, const SchemeVersion& version, const Facts& facts) {
    SheetScheme sheet{scheme.id,       version.id,           {}, version.excludes, version.min_self_pay,
                      version.budgets, counted_kinds(scheme)};
    const StepResolver resolver(scheme.id, facts);
    for (std::size_t index = 0; index < version.steps.size(); ++index) {
        if (auto rights = std::visit(resolver, version.steps[index])) {
            sheet.steps.push_back({static_cast<std::uint32_t>(index), std::move(*rights)});
        }
    }
    return sheet;
}

RightSheet entitle(const Member* member, const SiteAreas& areas, const SchemesByPriority& schemes, Date date,
                   SheetVersion version) {
    RightSheet sheet;
    sheet.version = version;
    sheet.from = sheet.to = date;
    if (member) {
        sheet.member = member->id;
        sheet.member_number = member->number;
        sheet.name = member->name;
        const auto& id = member->id_number;
        sheet.last_four = id.substr(id.size() - std::min(id.size(), shown_id_characters));
    }
    const Facts facts = member ? facts_on(*member, areas, date) : Facts{};
    for (const Scheme* scheme : schemes) {
        const SchemeVersion* in_force = scheme->version_on(date);
        if (!in_force) continue;
        SheetScheme rights = rights_in(*scheme, *in_force, facts);
        if (!rights.steps.empty()) sheet.schemes.push_back(std::move(rights));
    }
    return sheet;
}

std::vector<RightSheet> entitle(const Member* member, const SiteAreas& areas, const SchemesByPriority& schemes,
                                Date from, Date to, SheetVersion version) {
    std::vector<RightSheet> sheets;
    for (Date date = from; date <= to; date = date + 1) {
        RightSheet sheet = entitle(member, areas, schemes, date, version);
        if (!sheets.empty() && sheets.back().schemes == sheet.schemes) {
            sheets.back().to = date;
        } else {
            sheets.push_back(std::move(sheet));
        }
    }
    return sheets;
}

}  // namespace canteen
