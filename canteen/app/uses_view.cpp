#include "canteen/app/uses_view.h"

namespace canteen {
namespace {

// True if a meal of `date` or later may fall in the key's period.
bool reaches(const UseKey& key, Date date) {
    return key.period >= period_of(key.kind, Meal{date, MealSlot::breakfast});
}

}  // namespace

UsesView::UsesView(const std::vector<std::pair<UseKey, std::int64_t>>& uses, Date today) : today_(today) {
    for (const auto& [key, used] : uses)
        if (reaches(key, today)) uses_[key] += used;
}

void UsesView::apply(const Event& event, Seq) {
    if (const auto* used = std::get_if<RightUsed>(&event)) count(used->right, 1);
    if (const auto* freed = std::get_if<RightFreed>(&event)) count(freed->right, -1);
}

void UsesView::count(const UsedRight& right, int sign) {
    if (!reaches(right.key, today_)) return;
    auto amount = is_amount(right.key.kind) ? right.fen.value : 1;
    uses_[right.key] += sign * amount;
    changed_.insert(right.key);
}

FeedItems UsesView::take_changes() {
    FeedItems items;
    for (const auto& key : changed_) {
        auto found = uses_.find(key);
        items.emplace_back(RightUse{key, found->second});
        if (found->second == 0) uses_.erase(found);
    }
    changed_.clear();
    return items;
}

FeedItems UsesView::snapshot() const {
    FeedItems items;
    for (const auto& [key, used] : uses_) items.emplace_back(RightUse{key, used});
    return items;
}

void UsesView::on_date(Date today) {
    today_ = today;
    std::erase_if(uses_, [&](const auto& entry) { return !reaches(entry.first, today); });
    changed_.clear();
}

}  // namespace canteen
