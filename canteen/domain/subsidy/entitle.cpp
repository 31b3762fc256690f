#include "canteen/domain/subsidy/entitle.h"

#include <algorithm>

#include "canteen/domain/subsidy/carers.h"

namespace canteen {

namespace {

constexpr std::size_t shown_id_characters = 4;

using Rights = decltype(SheetStep::what);

// Resolves one step for one person; nothing: the step has no class for them.
class StepResolver {
public:
    StepResolver(const std::string& scheme, const Facts& facts) : scheme_(scheme), facts_(facts) {}

    std::optional<Rights> operator()(const SubsidyStep& step) const {
        SubsidyRight right{.terms = step.terms,
                           .classes = {},
                           .set_meals_from = step.set_meals_from,
                           .min_self_pay = step.min_self_pay,
                           .choose = step.choose};
        for (const SubsidyClass& from : step.classes) {
            const auto id = static_cast<std::uint32_t>(right.classes.size());
            SheetClass to{id, from.min_spend, benefits_of(from), from.set_meals_from, from.shrink};
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
            const bool is_for_hukou = !b.hukou_within || facts_.hukou >= *b.hukou_within;
            const bool is_for_residence = !b.residence_within || facts_.residence >= *b.residence_within;
            if (is_for_hukou && is_for_residence) benefits.push_back(b.benefit);
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

// Limits by month and year are counted from the first version on that is known to limit by them, so that a limit holds
// over all versions.
std::vector<UseKind> counted_kinds(const Scheme& scheme) {
    Limits any;
    for (const auto& version : scheme.versions) {
        for (const auto& step : version.steps) {
            const Limits& limits = terms_of(step).limits;
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
    SheetScheme sheet{scheme.id,
                      version.id,
                      {},
                      version.excludes,
                      version.min_self_pay,
                      version.budgets,
                      counted_kinds(scheme),
                      version.identification};
    const StepResolver resolver(scheme.id, facts);
    for (std::size_t index = 0; index < version.steps.size(); ++index) {
        if (auto rights = std::visit(resolver, version.steps[index])) {
            const bool holds_terms = std::holds_alternative<SubsidyRight>(*rights);
            sheet.steps.push_back({.index = static_cast<std::uint32_t>(index),
                                   .what = std::move(*rights),
                                   .terms = holds_terms ? StepTerms{} : terms_of(version.steps[index])});
        }
    }
    return sheet;
}

namespace {

void name_holder(RightSheet& sheet, const Member& member) {
    sheet.member = member.id;
    sheet.member_number = member.number;
    sheet.name = member.name;
    const auto& id = member.id_number;
    sheet.last_four = id.substr(id.size() - std::min(id.size(), shown_id_characters));
    for (const auto& card : member.cards)
        if (card.state == CardState::active) sheet.cards.push_back(card.number);
    sheet.carers = carers_on(member, sheet.from);
    sheet.allergens = member.allergens;
    sheet.diet = member.diet;
    for (const auto& merged : member.merged) sheet.former_numbers.push_back(merged.number);
}

// Returns each employer once, whatever the employments say of it.
std::vector<EmployerRight> employers_on(const Member& member, const std::map<std::string, Employer>& employers,
                                        Date date) {
    std::vector<EmployerRight> rights;
    for (const auto& employment : member.employments) {
        const auto found = employers.find(employment.employer);
        if (found == employers.end() || !employment.valid.contains(date)) continue;
        const Employer& employer = found->second;
        const EmployerRight right{employer.code, employer.name, employer.has_account, employer.allowance};
        if (employer.valid.contains(date) && std::find(rights.begin(), rights.end(), right) == rights.end())
            rights.push_back(right);
    }
    return rights;
}

// The sheets of one holder, whose name, cards and diet are the same on every date.
bool say_the_same(const RightSheet& a, const RightSheet& b) {
    return a.schemes == b.schemes && a.carers == b.carers && a.employers == b.employers;
}

}  // namespace

RightSheet entitle(const Member* member, const SiteAreas& areas, const SchemesByPriority& schemes,
                   const std::map<std::string, Employer>& employers, Date date, SheetVersion version) {
    RightSheet sheet;
    sheet.version = version;
    sheet.from = sheet.to = date;
    if (member) name_holder(sheet, *member);
    if (member && member->is_dead_on(date)) return sheet;
    if (member) sheet.employers = employers_on(*member, employers, date);
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
                                const std::map<std::string, Employer>& employers, Date from, Date to,
                                SheetVersion version) {
    std::vector<RightSheet> sheets;
    for (Date date = from; date <= to; date = date + 1) {
        RightSheet sheet = entitle(member, areas, schemes, employers, date, version);
        if (!sheets.empty() && say_the_same(sheets.back(), sheet)) {
            sheets.back().to = date;
        } else {
            sheets.push_back(std::move(sheet));
        }
    }
    return sheets;
}

}  // namespace canteen
