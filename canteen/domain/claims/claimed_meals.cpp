#include "canteen/domain/claims/claimed_meals.h"

#include <algorithm>

namespace canteen {

void ClaimedMeals::bring_in(const ClaimLine& facts) {
    const auto [found, is_new] = places_.try_emplace(facts.order, static_cast<Place>(meals_.size()));
    if (is_new) meals_.emplace_back();
    ClaimedMeal& meal = meals_[found->second];
    meal.order = facts.order;
    meal.member = facts.member;
    meal.sold_at = facts.sold_at;
    meal.food = facts.food;
    meal.waived = facts.waived;
    meal.self_pay = facts.self_pay;
    meal.delivery = facts.delivery;
    meal.date = facts.meal.date;
    meal.slot = facts.meal.slot;
    meal.mode = facts.mode;
    meal.identified = facts.identified;
    meal.version = versions_.number_of(facts.version);
    meal.steps = steps_.number_of(facts.steps);
    meal.device = devices_.number_of(facts.device);
    meal.letters = letters_.number_of(facts.pickup.letters);
    meal.count = facts.pickup.count;
}

std::optional<ClaimedMeals::Place> ClaimedMeals::place_of(OrderId order) const {
    const auto found = places_.find(order);
    return found == places_.end() ? std::nullopt : std::optional{found->second};
}

void ClaimedMeals::book(Seq seq, Place place, Fen fen) {
    meals_[place].stands += fen;
    meals_[place].booked = seq;
    changes_.push_back({seq, fen, place, false});
}

void ClaimedMeals::ask(Seq seq, Place place, Fen fen) {
    if (fen == Fen{}) return;
    meals_[place].asked += fen;
    changes_.push_back({seq, fen, place, true});
}

ClaimLine ClaimedMeals::line_of(const ClaimedMeal& meal) const {
    ClaimLine line;
    line.order = meal.order;
    line.meal = {meal.date, meal.slot};
    line.mode = meal.mode;
    line.identified = meal.identified;
    line.member = meal.member;
    line.version = versions_.at(meal.version);
    line.steps = steps_.at(meal.steps);
    line.sold_at = meal.sold_at;
    line.food = meal.food;
    line.waived = meal.waived;
    line.self_pay = meal.self_pay;
    line.delivery = meal.delivery;
    line.asked_before = meal.asked;
    line.share = meal.stands - meal.asked;
    line.device = devices_.at(meal.device);
    line.pickup = {letters_.at(meal.letters), meal.count};
    line.booked = meal.booked;
    return line;
}

std::map<ClaimedMeals::Place, ClaimedMeals::Sums> ClaimedMeals::changes_after(Seq row) const {
    std::map<Place, Sums> sums;
    for (auto change = changes_.rbegin(); change != changes_.rend() && change->seq > row; ++change) {
        Sums& of_meal = sums[change->place];
        (change->is_asked ? of_meal.asked : of_meal.stands) += change->fen;
    }
    return sums;
}

Fen ClaimedMeals::asked_within(std::size_t first, std::size_t last, Place place) const {
    const auto begin = changes_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = changes_.begin() + static_cast<std::ptrdiff_t>(last);
    const auto found = std::lower_bound(begin, end, place, [](const Change& c, Place p) { return c.place < p; });
    return found == end || found->place != place ? Fen{} : found->fen;
}

}  // namespace canteen
