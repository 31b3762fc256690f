// What of each right is used up, so that a till without a connection can count on. Owned by the I/O thread.
#pragma once

#include <set>

#include "canteen/app/view.h"

namespace canteen {

class UsesView final : public View {
public:
    // Of all periods that reach `today` or later.
    UsesView(const std::vector<std::pair<UseKey, std::int64_t>>& uses, Date today);

    Feed feed() const override { return Feed::uses; }
    void apply(const Event& event, Seq seq) override;
    FeedItems take_changes() override;
    FeedItems snapshot() const override;
    void on_date(Date today) override;

private:
    void count(const UsedRight& right, int sign);

    Date today_;
    Uses uses_;
    std::set<UseKey> changed_;
};

}  // namespace canteen
