#include "canteen/app/feeds/uses_view.h"

#include <utility>

#include "canteen/domain/ledger/wallet.h"

namespace canteen {
namespace {

// True if a meal of `date` or later may fall in the key's period.
bool reaches(const UseKey& key, Date date) {
    return key.period >= period_of(key.kind, Meal{date, MealSlot::breakfast});
}

bool is_empty(const MemberBalance& balance) {
    return balance.principal == Fen{} && balance.bonus == Fen{} && balance.points == 0;
}

}  // namespace

UsesView::UsesView(const std::vector<std::pair<UseKey, std::int64_t>>& uses, Date today,
                   const std::vector<MemberBalance>& balances, const std::vector<Member>& members)
    : today_(today) {
    for (const auto& member : members) record(member);
    take_uses(uses);
    for (const auto& balance : balances)
        if (!is_empty(balance)) balances_[balance.member] = balance;
}

void UsesView::take_uses(const std::vector<std::pair<UseKey, std::int64_t>>& uses) {
    uses_.clear();
    for (const auto& [key, used] : uses)
        if (const auto told = told_key(key); told && reaches(key, today_)) uses_[*told] += used;
}

std::optional<UseKey> UsesView::told_key(UseKey key) const {
    if (is_budget(key.kind)) return key;
    const auto person = persons_.find(key.member);
    if (person == persons_.end()) return std::nullopt;
    key.member = person->second;
    return key;
}

void UsesView::record(const Member& member) {
    persons_[member.id] = member.is_merged() ? member.merged_into : member.id;
}

void UsesView::merge(const MembersMerged& merged) {
    for (auto& [record, person] : persons_)
        if (person == merged.merged) person = merged.kept;
    Uses moved;
    for (auto& [key, used] : uses_) {
        if (key.member != merged.merged) continue;
        moved[*told_key(key)] += std::exchange(used, 0);
        changed_.insert(key);
    }
    for (const auto& [key, used] : moved) {
        uses_[key] += used;
        changed_.insert(key);
    }
}

void UsesView::erase(MemberId member) {
    persons_.erase(member);
    for (auto& [key, used] : uses_) {
        if (key.member != member) continue;
        used = 0;
        changed_.insert(key);
    }
}

void UsesView::apply(const Event& event, Seq) {
    if (const auto* used = std::get_if<RightUsed>(&event)) count(used->right, 1);
    if (const auto* freed = std::get_if<RightFreed>(&event)) count(freed->right, -1);
    if (const auto* recorded = std::get_if<MemberRecorded>(&event)) record(recorded->member);
    if (const auto* merged = std::get_if<MembersMerged>(&event)) merge(*merged);
    if (const auto* erased = std::get_if<MemberErased>(&event)) erase(erased->member);
    if (const auto* posted = std::get_if<LedgerPosted>(&event))
        for (const auto& posting : posted->postings) post(posting);
    if (const auto* posted = std::get_if<PointsPosted>(&event))
        for (const auto& posting : posted->postings) post(posting);
}

MemberBalance& UsesView::touch(MemberId member) {
    moved_.insert(member);
    auto& balance = balances_[member];
    balance.member = member;
    return balance;
}

// Money owed to a guest is a credit.
void UsesView::post(const Posting& posting) {
    const auto member = stored_value_owner(posting.account);
    if (member.is_nil()) return;
    auto& balance = touch(member);
    (posting.account.kind == AccountKind::member_bonus ? balance.bonus : balance.principal) -= posting.fen;
}

void UsesView::post(const PointsPosting& posting) {
    if (posting.account == PointsAccountKind::member) touch(posting.member).points += posting.points;
}

void UsesView::count(const UsedRight& right, int sign) {
    if (!reaches(right.key, today_)) return;
    auto amount = is_amount(right.key.kind) ? right.fen.value : 1;
    const auto key = told_key(right.key);
    if (!key) return;
    uses_[*key] += sign * amount;
    changed_.insert(*key);
}

FeedItems UsesView::take_changes() {
    FeedItems items;
    for (const auto& key : changed_) {
        auto found = uses_.find(key);
        items.emplace_back(RightUse{key, found->second});
        if (found->second == 0) uses_.erase(found);
    }
    for (auto member : moved_) {
        const auto& balance = balances_.at(member);
        items.emplace_back(balance);
        if (is_empty(balance)) balances_.erase(member);
    }
    changed_.clear();
    moved_.clear();
    return items;
}

FeedItems UsesView::snapshot() const {
    FeedItems items;
    for (const auto& [key, used] : uses_) items.emplace_back(RightUse{key, used});
    for (const auto& [member, balance] : balances_) items.emplace_back(balance);
    return items;
}

void UsesView::on_date(Date today) {
    today_ = today;
    std::erase_if(uses_, [&](const auto& entry) { return !reaches(entry.first, today); });
    changed_.clear();
    moved_.clear();
    std::erase_if(balances_, [](const auto& entry) { return is_empty(entry.second); });
}

// Accounts are those of committed rows, whatever the date.
void UsesView::on_picture(const DayPicture& picture) {
    on_date(picture.today);
    take_uses(picture.uses);
}

}  // namespace canteen
