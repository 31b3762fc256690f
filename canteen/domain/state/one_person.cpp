#include "canteen/domain/state/one_person.h"

#include <algorithm>

#include "canteen/domain/state/state_lookup.h"
#include "canteen/domain/subsidy/carers.h"

namespace canteen {

namespace {

// Only the guest's own accounts are stored value, so all of it is the guest's.
std::vector<Posting> into_accounts_of(MemberId person, const std::vector<Posting>& postings) {
    std::vector<Posting> moved;
    for (const auto& [account, fen] : postings)
        post(moved, is_stored_value(account.kind) ? account_of(person, account.kind) : account, fen);
    return moved;
}

}  // namespace

const Member* person_in(const Canteen& state, MemberId id) {
    const Member* member = member_in(state, id);
    return member && member->is_merged() ? member_in(state, member->merged_into) : member;
}

MemberId person_of(const Canteen& state, MemberId id) {
    const Member* member = member_in(state, id);
    return member && member->is_merged() ? member->merged_into : id;
}

std::vector<MemberId> records_of(const Member& member) {
    std::vector<MemberId> records{member.id};
    for (const auto& other : member.merged) records.push_back(other.id);
    return records;
}

Refusal check_is_open(const Canteen& state, MemberId id) {
    const Member* member = member_in(state, id);
    if (!member) return refuse(RejectionCode::member_unknown);
    if (!member->is_merged()) return {};
    const Member* person = person_in(state, id);
    return refuse(RejectionCode::member_merged, {param("number", person ? person->number : "")});
}

bool names_merged(const Canteen& state, const OrderDraft& draft) {
    return person_of(state, draft.member) != draft.member || person_of(state, draft.ordered_by) != draft.ordered_by;
}

bool may_order(const Canteen& state, const OrderDraft& draft) {
    const Member* member = person_in(state, draft.member);
    const Member* by = person_in(state, draft.ordered_by);
    if (!by) return may_order(member, draft.ordered_by, draft.meal.date);
    const auto records = records_of(*by);
    return std::any_of(records.begin(), records.end(),
                       [&](MemberId id) { return may_order(member, id, draft.meal.date); });
}

OrderDraft as_of_person(const Canteen& state, OrderDraft draft) {
    draft.member = person_of(state, draft.member);
    draft.ordered_by = person_of(state, draft.ordered_by);
    return draft;
}

Order as_of_person(const Canteen& state, const Order& order) {
    const MemberId person = person_of(state, order.draft.member);
    Order moved = order;
    if (person == order.draft.member) return moved;
    moved.draft.member = person;
    moved.postings = into_accounts_of(person, order.postings);
    return moved;
}

}  // namespace canteen
