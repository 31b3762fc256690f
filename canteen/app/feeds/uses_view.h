// Shows how much of each right is used up and what members have in their accounts, so that a till without a connection
// can count on. Owned by the I/O thread.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "canteen/app/feeds/view.h"

namespace canteen {

class UsesView final : public View {
public:
    // Uses of all periods that reach `today` or later. Uses under a record that was merged into another are told as
    // that one's; those of nobody known are not told.
    UsesView(const std::vector<std::pair<UseKey, std::int64_t>>& uses, Date today,
             const std::vector<MemberBalance>& balances, const std::vector<Member>& members);

    Feed feed() const override { return Feed::uses; }
    void apply(const Event& event, Seq seq) override;
    FeedItems take_changes() override;
    FeedItems snapshot() const override;
    void on_date(Date today) override;
    void on_picture(const DayPicture& picture) override;

private:
    void take_uses(const std::vector<std::pair<UseKey, std::int64_t>>& uses);
    void count(const UsedRight& right, int sign);
    void record(const Member& member);
    void merge(const MembersMerged& merged);
    void erase(MemberId member);
    // The key as it is told; nothing: of nobody who is known.
    std::optional<UseKey> told_key(UseKey key) const;
    void post(const Posting& posting);
    void post(const PointsPosting& posting);
    MemberBalance& touch(MemberId member);

    Date today_;
    std::map<MemberId, MemberId> persons_;        // by each known record the one that speaks for its person
    Uses uses_;                                   // of persons
    std::map<MemberId, MemberBalance> balances_;  // none is all zero
    std::set<UseKey> changed_;
    std::set<MemberId> moved_;
};

}  // namespace canteen
