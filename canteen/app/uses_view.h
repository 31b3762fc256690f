// What of each right is used up and what members have in their accounts, so that a till without a connection can count
// on. Owned by the I/O thread.
#pragma once

#include <map>
#include <set>

#include "canteen/app/view.h"

namespace canteen {

class UsesView final : public View {
public:
    // Uses of all periods that reach `today` or later.
    UsesView(const std::vector<std::pair<UseKey, std::int64_t>>& uses, Date today,
             const std::vector<MemberBalance>& balances = {});

    Feed feed() const override { return Feed::uses; }
    void apply(const Event& event, Seq seq) override;
    FeedItems take_changes() override;
    FeedItems snapshot() const override;
    void on_date(Date today) override;
    void on_picture(const DayPicture& picture) override;

private:
    void take_uses(const std::vector<std::pair<UseKey, std::int64_t>>& uses);
    void count(const UsedRight& right, int sign);
    void post(const Posting& posting);
    void post(const PointsPosting& posting);
    MemberBalance& touch(MemberId member);

    Date today_;
    Uses uses_;
    std::map<MemberId, MemberBalance> balances_;  // none is all zero
    std::set<UseKey> changed_;
    std::set<MemberId> moved_;
};

}  // namespace canteen
