#include "canteen/domain/office/member_merge.h"

#include <algorithm>

#include "canteen/domain/ledger/points_ledger.h"
#include "canteen/domain/model/member_checks.h"
#include "canteen/domain/office/member_record.h"
#include "canteen/domain/office/stored_value.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Returns those of which `kept` has nothing of the same kind.
template <class Item, class IsSame>
void add_lacking(std::vector<Item>& kept, const std::vector<Item>& merged, IsSame is_same) {
    const auto known = kept;
    for (const auto& item : merged)
        if (std::none_of(known.begin(), known.end(), [&](const Item& other) { return is_same(item, other); }))
            kept.push_back(item);
}

template <class Value>
void fill(Value& kept, const Value& merged) {
    if (kept == Value{}) kept = merged;
}

bool is_same_carer(const Carer& a, const Carer& b) {
    return a.member == b.member && (!a.member.is_nil() || (a.name == b.name && a.phone == b.phone));
}

void add_papers(Member& kept, const Member& merged) {
    const auto by_scheme = [](const auto& a, const auto& b) { return a.scheme == b.scheme; };
    add_lacking(kept.approvals, merged.approvals, by_scheme);
    add_lacking(kept.applications, merged.applications, by_scheme);
    add_lacking(kept.tags, merged.tags, [](const TagFact& a, const TagFact& b) { return a.tag == b.tag; });
    add_lacking(kept.carers, merged.carers, is_same_carer);
    std::erase_if(kept.carers, [&](const Carer& c) { return c.member == kept.id || c.member == merged.id; });
}

// Areas, stays and employments tell of one life: those of two records together would contradict each other.
void fill_blanks(Member& kept, const Member& merged) {
    fill(kept.id_number, merged.id_number);
    fill(kept.phone, merged.phone);
    fill(kept.hukou, merged.hukou);
    fill(kept.residence, merged.residence);
    fill(kept.stays, merged.stays);
    fill(kept.employments, merged.employments);
    fill(kept.died, merged.died);
}

void add_diet(Member& kept, const Member& merged) {
    kept.diet |= merged.diet;
    auto& groups = kept.allergens;
    groups.insert(groups.end(), merged.allergens.begin(), merged.allergens.end());
    std::sort(groups.begin(), groups.end());
    groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
}

Member united(Member kept, const Member& merged) {
    kept.cards.insert(kept.cards.end(), merged.cards.begin(), merged.cards.end());
    add_papers(kept, merged);
    fill_blanks(kept, merged);
    add_diet(kept, merged);
    kept.merged.push_back({merged.id, merged.number});
    kept.merged.insert(kept.merged.end(), merged.merged.begin(), merged.merged.end());
    return kept;
}

Member given_up(Member merged, MemberId kept) {
    merged.cards.clear();
    merged.merged.clear();
    merged.merged_into = kept;
    return merged;
}

Refusal check_revision(const Member& member, std::uint32_t seen) {
    if (member.revision == seen) return {};
    return refuse(RejectionCode::record_changed, {param("number", member.number), param("revision", member.revision)});
}

// They were priced for the record and would find its account empty.
Refusal check_holds(const Canteen& state, MemberId merged) {
    std::vector<const Order*> holds;
    for (const auto& [at, ids] : state.expiries)
        for (const auto id : ids)
            if (const auto& order = order_in(state, id); order && order->draft.member == merged)
                holds.push_back(&*order);
    if (holds.empty()) return {};
    return refuse(RejectionCode::holds_open, {param("count", static_cast<std::int64_t>(holds.size())),
                                              param("number", to_string(holds.front()->draft.pickup))});
}

Refusal check_both(const Canteen& state, const MergeMembers& command) {
    if (auto refusal = check_is_open(state, command.kept)) return refusal;
    if (command.kept == command.merged) return refuse(RejectionCode::same_member);
    if (auto refusal = check_is_open(state, command.merged)) return refusal;
    if (auto refusal = check_revision(*member_in(state, command.kept), command.kept_revision)) return refusal;
    if (auto refusal = check_revision(*member_in(state, command.merged), command.merged_revision)) return refusal;
    return check_holds(state, command.merged);
}

// A debt moves as money does.
void move_account(Events& events, const Canteen& state, MemberId from, MemberId to) {
    std::vector<Posting> postings;
    for (const auto kind : {AccountKind::member_principal, AccountKind::member_bonus}) {
        const Fen fen = balance_of(state, account_of(from, kind));
        post(postings, account_of(from, kind), -fen);
        post(postings, account_of(to, kind), fen);
    }
    if (!postings.empty()) events.emplace_back(LedgerPosted{OrderId{}, std::move(postings)});
    const std::int64_t points = points_of(state, from);
    if (points != 0) events.emplace_back(PointsPosted{OrderId{}, from_holding_to(from, to, points)});
}

Refusal check_outcome(const Canteen& state, const Member& next, MemberId merged) {
    if (auto refusal = check_record(next, state.employers)) return refusal;
    if (next.applications.size() > max_applications)
        return refuse(RejectionCode::text_invalid, {param("what", "applications")});
    return check_room(wallet_of(state, next.id), wallet_of(state, merged).total());
}

}  // namespace

Outcome decide_merge_members(const Canteen& state, const MergeMembers& command, Timestamp now) {
    if (auto refusal = check_both(state, command)) return *refusal;
    const Member& merged = *member_in(state, command.merged);
    Member next = united(*member_in(state, command.kept), merged);
    if (auto refusal = check_outcome(state, next, merged.id)) return *refusal;
    Events events{MembersMerged{command.kept, command.merged, now}};
    events.emplace_back(recorded(std::move(next)));
    events.emplace_back(recorded(given_up(merged, command.kept)));
    for (const auto& earlier : merged.merged)
        events.emplace_back(recorded(given_up(*member_in(state, earlier.id), command.kept)));
    move_account(events, state, command.merged, command.kept);
    return events;
}

}  // namespace canteen
