// The right sheets of all members for the coming days, and the one of a guest without number. Sheets name a person but
// hold no category, birth date or area. Owned by the I/O thread.
#pragma once

#include <map>
#include <set>
#include <string>

#include "canteen/app/feeds/view.h"
#include "canteen/domain/model/employer.h"
#include "canteen/domain/model/site.h"

namespace canteen {

using PrioritisedSchemes = std::vector<std::pair<std::uint32_t, Scheme>>;  // as in Canteen: by priority

class SheetsView final : public View {
public:
    // `seq`: the journal row as of which members, schemes and employers are.
    SheetsView(const Site& site, const std::vector<Member>& members, PrioritisedSchemes schemes,
               std::map<std::string, Employer> employers, Date today, Seq seq);

    Feed feed() const override { return Feed::sheets; }
    void apply(const Event& event, Seq seq) override;
    FeedItems take_changes() override;
    FeedItems snapshot() const override;
    void on_date(Date today) override;
    void on_picture(const DayPicture& picture) override;

    // All that is recorded of the member, also of one that was merged into another; null if there is none.
    const Member* member(MemberId id) const;
    struct Known {
        Member member;
        Seq version = 0;  // the row that last changed what the sheets say
    };
    const std::map<MemberId, Known>& members() const { return members_; }
    const PrioritisedSchemes& schemes() const { return schemes_; }

private:
    void record(const Member& member, Seq seq);
    void erase(MemberId id);
    void merge(const MembersMerged& merged, Seq seq);
    void name_kept_carers(std::vector<MemberId>& carers) const;
    void set(const Employer& employer, Seq seq);
    void publish(const SchemePublished& published, Seq seq);
    MemberSheets sheets_of(MemberId id) const;

    SiteAreas areas_;
    Date today_;
    std::map<MemberId, Known> members_;  // those that have sheets
    std::map<MemberId, Member> merged_;  // records that were merged into one of them
    PrioritisedSchemes schemes_;
    std::map<std::string, Employer> employers_;
    Seq schemes_version_ = 0;
    std::set<MemberId> changed_, gone_;  // none is both
};

}  // namespace canteen
