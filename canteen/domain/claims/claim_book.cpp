#include "canteen/domain/claims/claim_book.h"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

#include "canteen/domain/base/programmer_error.h"
#include "canteen/domain/ledger/booking.h"

namespace canteen {
namespace {

// Its own discounts, and what it grants though no payer bears it.
Fen waived_of(const std::vector<Share>& shown, const std::vector<Share>& granted) {
    Fen waived = sum_of(shown) - sum_of(granted);
    for (const auto& share : granted)
        if (share.payer == canteen_payer) waived += share.fen;
    return waived;
}

MealSums left_by(const OrderRefunded& refunded) {
    const Sums& left = refunded.refund.left;
    return {left.food, waived_of(left.shares, refunded.granted), left.to_pay};
}

bool is_for_delivery(const SchemeVersion* version, std::uint32_t step) {
    return version && step < version->steps.size() && std::holds_alternative<DeliveryFeeStep>(version->steps[step]);
}

constexpr Seq last_row = std::numeric_limits<Seq>::max();

}  // namespace

ClaimBook::ClaimBook(ClaimPayer payer)
    : payer_(std::move(payer)), account_{AccountKind::receivable, to_string(payer_)} {}

void ClaimBook::add(Seq seq, const Event& event) {
    if (const auto* drafted = std::get_if<ClaimDrafted>(&event)) {
        const Claim& claim = drafted->claim;
        if (claim.payer == payer_) drafts_[claim.id] = {claim.period, claim.as_of};
    } else if (const auto* dropped = std::get_if<ClaimDropped>(&event)) {
        drafts_.erase(dropped->claim);
    } else if (const auto* submitted = std::get_if<ClaimSubmitted>(&event)) {
        submit(seq, submitted->claim);
    } else if (const auto* rejected = std::get_if<ClaimLineRejected>(&event)) {
        reject(seq, rejected->claim, rejected->line.order);
    } else {
        add_sale(seq, event);
    }
}

void ClaimBook::add_sale(Seq seq, const Event& event) {
    if (const auto* held = std::get_if<OrderHeld>(&event)) {
        bring_in(held->order);
    } else if (const auto* placed = std::get_if<OrderPlaced>(&event)) {
        bring_in(placed->order);
    } else if (const auto* dated = std::get_if<SaleDated>(&event)) {
        bring_in(dated->order);
    } else if (const auto* refunded = std::get_if<OrderRefunded>(&event)) {
        note_left(seq, refunded->order, left_by(*refunded));
    } else if (const auto* cancelled = std::get_if<OrderCancelled>(&event)) {
        note_left(seq, cancelled->order, {});
    } else if (const auto* posted = std::get_if<LedgerPosted>(&event)) {
        book(seq, posted->order, posted->postings);
    } else if (const auto* published = std::get_if<SchemePublished>(&event)) {
        if (published->scheme.id == payer_.scheme) scheme_ = published->scheme;
    }
}

// A sale stated after its hold expired brings the order in anew; nothing was owed for the hold.
void ClaimBook::bring_in(const Order& order) {
    ClaimLine line;
    const auto& draft = order.draft;
    const auto* version = scheme_ ? scheme_->version_on(draft.meal.date) : nullptr;
    for (const auto& share : order.granted) {
        if (share.scheme != payer_.scheme || share.payer != payer_.payer) continue;
        line.steps.push_back(share.step);
        if (is_for_delivery(version, share.step)) line.delivery += share.fen;
    }
    if (line.steps.empty()) return;
    line.order = draft.id;
    line.meal = draft.meal;
    line.mode = draft.mode;
    line.identified = draft.identified;
    line.member = draft.member;
    if (version) line.version = version->id;
    line.sold_at = order.placed_at;
    line.food = draft.shown.food;
    line.waived = waived_of(draft.shown.shares, order.granted);
    line.self_pay = draft.shown.to_pay;
    line.device = order.device;
    line.pickup = draft.pickup;
    meals_.bring_in(line);
}

// Postings that name no order settle the account and say nothing of a meal. Points are no share of an order: their
// funder is not claimed from.
void ClaimBook::book(Seq seq, OrderId order, const std::vector<Posting>& postings) {
    if (order.is_nil() || is_of_points(account_)) return;
    for (const auto& posting : postings) {
        if (posting.account != account_) continue;
        const auto place = meals_.place_of(order);
        require(place.has_value(), "a share is booked for an order that names no such payer");
        meals_.book(seq, *place, posting.fen);
    }
}

// It asks for what its file says, which is what stood and was not asked as of its own row, not of this one.
void ClaimBook::submit(Seq seq, ClaimId claim) {
    const auto draft = drafts_.find(claim);
    if (draft == drafts_.end()) return;  // on another payer
    const auto [period, as_of] = draft->second;
    const auto since = meals_.changes_after(as_of);
    const auto first = meals_.changes();
    for (ClaimedMeals::Place place = 0; place < meals_.size(); ++place) {
        const ClaimedMeal& meal = meals_.at(place);
        if (!is_asked_for(meal.date, period, as_of)) continue;
        Fen open = meal.stands - meal.asked;
        if (const auto change = since.find(place); change != since.end())
            open -= change->second.stands - change->second.asked;
        meals_.ask(seq, place, open);
    }
    asked_[claim] = {period, as_of, seq, first, meals_.changes()};
    drafts_.erase(draft);
}

// The next claim asks again for what still stands.
void ClaimBook::reject(Seq seq, ClaimId claim, OrderId order) {
    const auto asked = asked_.find(claim);
    const auto place = meals_.place_of(order);
    if (asked == asked_.end() || !place) return;
    meals_.ask(seq, *place, -meals_.asked_within(asked->second.first, asked->second.last, *place));
}

bool ClaimBook::is_asked_for(Date date, const ClaimPeriod& period, Seq as_of) const {
    if (date >= period.first) return period.contains(date);
    return std::ranges::any_of(asked_, [&](const auto& claim) {
        return claim.second.submitted <= as_of && claim.second.period.contains(date);
    });
}

std::vector<ClaimLine> ClaimBook::draw_up(const ClaimPeriod& period) const {
    std::vector<ClaimLine> lines;
    for (ClaimedMeals::Place place = 0; place < meals_.size(); ++place) {
        const ClaimedMeal& meal = meals_.at(place);
        if (meal.stands == meal.asked || !is_asked_for(meal.date, period, last_row)) continue;
        lines.push_back(meals_.line_of(meal));
        lines.back().late = meal.date < period.first;
    }
    std::ranges::sort(lines, {}, [](const ClaimLine& line) { return std::tie(line.meal, line.order); });
    return lines;
}

void ClaimBook::note_left(Seq seq, OrderId order, const MealSums& left) {
    if (meals_.place_of(order)) left_[order].push_back({seq, left});
}

MealSums ClaimBook::left_at(const ClaimLine& line, Seq row) const {
    MealSums left{line.food, line.waived, line.self_pay};
    for (const auto& refund : left_.at(line.order))
        if (refund.seq <= row) left = refund.sums;
    return left;
}

// The row as of which the last claim that asked for the meal was drawn up; 0: none did.
Seq ClaimBook::told_at(ClaimedMeals::Place place) const {
    Seq row = 0;
    for (const auto& [id, claim] : asked_)
        if (meals_.asked_within(claim.first, claim.last, place) != Fen{}) row = std::max(row, claim.as_of);
    return row;
}

RefundedMeals ClaimBook::refunded_among(const std::vector<ClaimLine>& lines) const {
    RefundedMeals refunded;
    for (const auto& line : lines) {
        if (!left_.contains(line.order)) continue;
        const auto told = left_at(line, told_at(*meals_.place_of(line.order)));
        refunded[line.order] = {left_at(line, last_row), told};
    }
    return refunded;
}

std::vector<UnclaimedMonth> ClaimBook::unclaimed_before(const ClaimPeriod& period) const {
    std::map<Date, UnclaimedMonth> months;
    for (ClaimedMeals::Place place = 0; place < meals_.size(); ++place) {
        const ClaimedMeal& meal = meals_.at(place);
        const bool is_open = meal.stands != meal.asked && meal.date < period.first;
        if (!is_open || is_asked_for(meal.date, period, last_row)) continue;
        auto& month =
            months.try_emplace(month_start(meal.date), UnclaimedMonth{month_start(meal.date), 0, {}}).first->second;
        ++month.meals;
        month.open += meal.stands - meal.asked;
    }
    std::vector<UnclaimedMonth> unclaimed;
    unclaimed.reserve(months.size());
    for (const auto& [first, month] : months) unclaimed.push_back(month);
    return unclaimed;
}

std::vector<ClaimLine> ClaimBook::asked_beside(const std::vector<ClaimLine>& lines) const {
    std::vector<ClaimLine> asked;
    if (asked_.empty()) return asked;
    using Period = std::pair<MemberId, std::int32_t>;
    std::set<Period> weeks, months;
    for (const auto& line : lines) {
        weeks.emplace(line.member, period_of(UseKind::per_week, line.meal));
        months.emplace(line.member, period_of(UseKind::per_month, line.meal));
    }
    for (ClaimedMeals::Place place = 0; place < meals_.size(); ++place) {
        const ClaimedMeal& meal = meals_.at(place);
        if (meal.asked <= Fen{} || meal.member.is_nil()) continue;
        const Meal eaten{meal.date, meal.slot};
        if (weeks.contains({meal.member, period_of(UseKind::per_week, eaten)}) ||
            months.contains({meal.member, period_of(UseKind::per_month, eaten)}))
            asked.push_back(meals_.line_of(meal));
    }
    std::ranges::sort(asked, {}, &ClaimLine::order);
    return asked;
}

}  // namespace canteen
