#include "canteen/app/feeds/sheets_view.h"

#include <algorithm>

#include "canteen/domain/subsidy/entitle.h"

namespace canteen {

SheetsView::SheetsView(const Site& site, const std::vector<Member>& members, PrioritisedSchemes schemes,
                       std::map<std::string, Employer> employers, Date today, Seq seq)
    : areas_(areas_of(site)),
      today_(today),
      schemes_(std::move(schemes)),
      employers_(std::move(employers)),
      schemes_version_(seq) {
    for (const auto& member : members) record(member, seq);
    changed_.clear();
}

void SheetsView::apply(const Event& event, Seq seq) {
    if (const auto* recorded = std::get_if<MemberRecorded>(&event)) record(recorded->member, seq);
    if (const auto* erased = std::get_if<MemberErased>(&event)) erase(erased->member);
    if (const auto* merged = std::get_if<MembersMerged>(&event)) merge(*merged, seq);
    if (const auto* published = std::get_if<SchemePublished>(&event)) publish(*published, seq);
    if (const auto* employer = std::get_if<EmployerSet>(&event)) set(employer->employer, seq);
}

void SheetsView::record(const Member& member, Seq seq) {
    if (member.is_merged()) {
        erase(member.id);
        merged_[member.id] = member;
        return;
    }
    members_[member.id] = {member, seq};
    changed_.insert(member.id);
    gone_.erase(member.id);
}

void SheetsView::erase(MemberId id) {
    merged_.erase(id);
    if (members_.erase(id) == 0) return;
    changed_.erase(id);
    gone_.insert(id);
}

// Touches everyone who works there, or did: an employer's new terms may reach back.
void SheetsView::set(const Employer& employer, Seq seq) {
    employers_[employer.code] = employer;
    for (auto& [id, known] : members_) {
        const auto& jobs = known.member.employments;
        if (std::ranges::find(jobs, employer.code, &Employment::employer) == jobs.end()) continue;
        known.version = seq;
        changed_.insert(id);
    }
}

void SheetsView::publish(const SchemePublished& published, Seq seq) {
    std::erase_if(schemes_, [&](const auto& entry) { return entry.second.id == published.scheme.id; });
    auto place =
        std::ranges::upper_bound(schemes_, published.priority, {}, [](const auto& entry) { return entry.first; });
    schemes_.insert(place, {published.priority, published.scheme});
    schemes_version_ = seq;
    changed_.insert(MemberId{});
    for (const auto& [id, known] : members_) changed_.insert(id);
}

MemberSheets SheetsView::sheets_of(MemberId id) const {
    SchemesByPriority schemes;
    for (const auto& [priority, scheme] : schemes_) schemes.push_back(&scheme);
    auto to = today_ + (sheet_days_ahead - 1);
    if (id.is_nil()) return entitle(nullptr, areas_, schemes, employers_, today_, to, schemes_version_);
    const auto& known = members_.at(id);
    auto sheets =
        entitle(&known.member, areas_, schemes, employers_, today_, to, std::max(known.version, schemes_version_));
    for (auto& sheet : sheets) name_kept_carers(sheet.carers);
    return sheets;
}

// A carer is known at the till by the record that was kept.
void SheetsView::name_kept_carers(std::vector<MemberId>& carers) const {
    for (auto& carer : carers)
        if (auto merged = merged_.find(carer); merged != merged_.end()) carer = merged->second.merged_into;
    std::ranges::sort(carers);
    carers.erase(std::unique(carers.begin(), carers.end()), carers.end());
}

// Touches the members whose carer the merged record is, too: they are told of the record that was kept.
void SheetsView::merge(const MembersMerged& merged, Seq seq) {
    for (auto& [id, known] : members_) {
        const auto& carers = known.member.carers;
        if (std::ranges::find(carers, merged.merged, &Carer::member) == carers.end()) continue;
        known.version = seq;
        changed_.insert(id);
    }
}

FeedItems SheetsView::take_changes() {
    FeedItems items;
    for (auto id : gone_) items.emplace_back(MemberGone{id});
    for (auto id : changed_) items.emplace_back(sheets_of(id));
    gone_.clear();
    changed_.clear();
    return items;
}

FeedItems SheetsView::snapshot() const {
    FeedItems items{sheets_of(MemberId{})};
    for (const auto& [id, known] : members_) items.emplace_back(sheets_of(id));
    return items;
}

// Sheets are of all members, whatever the date.
void SheetsView::on_picture(const DayPicture& picture) {
    on_date(picture.today);
}

void SheetsView::on_date(Date today) {
    today_ = today;
    changed_.clear();
    gone_.clear();
}

const Member* SheetsView::member(MemberId id) const {
    auto found = members_.find(id);
    if (found != members_.end()) return &found->second.member;
    auto merged = merged_.find(id);
    return merged == merged_.end() ? nullptr : &merged->second;
}

}  // namespace canteen
