#include "canteen/app/sheets_view.h"

#include <algorithm>

#include "canteen/domain/entitle.h"

namespace canteen {

SheetsView::SheetsView(const Site& site, const std::vector<Member>& members, PrioritisedSchemes schemes, Date today,
                       Seq seq)
    : areas_{site.area, {}}, today_(today), schemes_(std::move(schemes)), schemes_version_(seq) {
    for (const auto& member : members) record(member, seq);
    changed_.clear();
}

void SheetsView::apply(const Event& event, Seq seq) {
    if (const auto* recorded = std::get_if<MemberRecorded>(&event)) record(recorded->member, seq);
    if (const auto* published = std::get_if<SchemePublished>(&event)) publish(*published, seq);
}

void SheetsView::record(const Member& member, Seq seq) {
    auto& known = members_[member.id];
    if (known.member.number != member.number) by_number_.erase(known.member.number);
    known = {member, seq};
    by_number_[member.number] = member.id;
    changed_.insert(member.id);
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
    if (id.is_nil()) return entitle(nullptr, areas_, schemes, today_, to, schemes_version_);
    const auto& known = members_.at(id);
    return entitle(&known.member, areas_, schemes, today_, to, std::max(known.version, schemes_version_));
}

FeedItems SheetsView::take_changes() {
    FeedItems items;
    for (auto id : changed_) items.emplace_back(sheets_of(id));
    changed_.clear();
    return items;
}

FeedItems SheetsView::snapshot() const {
    FeedItems items{sheets_of(MemberId{})};
    for (const auto& [id, known] : members_) items.emplace_back(sheets_of(id));
    return items;
}

void SheetsView::on_date(Date today) {
    today_ = today;
    changed_.clear();
}

MemberId SheetsView::member_of_number(const std::string& number) const {
    auto found = by_number_.find(number);
    return found == by_number_.end() ? MemberId{} : found->second;
}

}  // namespace canteen
