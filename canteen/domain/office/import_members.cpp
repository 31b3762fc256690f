#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/domain/model/member_checks.h"
#include "canteen/domain/model/tag_words.h"
#include "canteen/domain/office/imports.h"
#include "canteen/domain/office/member_cards.h"
#include "canteen/domain/office/member_record.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Categories of the same dates keep their paper.
void keep_evidence(std::vector<TagFact>& tags, const std::vector<TagFact>& known) {
    for (auto& fact : tags) {
        const auto same = std::find_if(known.begin(), known.end(), [&fact](const TagFact& other) {
            return other.tag == fact.tag && other.valid == fact.valid;
        });
        if (same != known.end()) fact.evidence = same->evidence;
    }
}

// Keeps what is known where the file leaves it unsaid, and what no file can say.
Member with_known(Member member, const Member& known, const ImportMembers& file) {
    const auto& unsaid = file.unsaid;
    const auto keep = [&](MemberPart part, auto field) {
        if (unsaid.contains(part)) member.*field = known.*field;
    };
    if (file.without_id_number.contains(member.number)) member.id_number = known.id_number;
    keep(MemberPart::id_number, &Member::id_number);
    keep(MemberPart::phone, &Member::phone);
    keep(MemberPart::hukou, &Member::hukou);
    keep(MemberPart::residence, &Member::residence);
    keep(MemberPart::tags, &Member::tags);
    if (unsaid.contains(MemberPart::evidence)) keep_evidence(member.tags, known.tags);
    keep(MemberPart::approvals, &Member::approvals);
    keep(MemberPart::stays, &Member::stays);
    keep(MemberPart::employments, &Member::employments);
    keep(MemberPart::allergens, &Member::allergens);
    keep(MemberPart::diet, &Member::diet);
    keep(MemberPart::died, &Member::died);
    member.cards = known.cards;
    member.carers = known.carers;
    member.applications = known.applications;
    member.merged = known.merged;
    member.revision = known.revision;
    return member;
}

// Collects the members of a file that cannot be recorded, and why: a single one is refused as it would be alone,
// several are named one by one.
class RefusedMembers {
public:
    void add(const std::string& number, Rejection why) {
        if (count_++ == 0) first_ = {number, why};
        if (count_ > max_told_refusals) return;
        told_.push_back(param("number", number));
        told_.push_back(param("code", std::string(name_of(why.code))));
        for (auto& part : why.params)
            if (part.name != "number" && part.name != "code") told_.push_back(std::move(part));
    }

    Refusal rejection() const {
        if (count_ == 0) return {};
        if (count_ == 1) {
            auto alone = first_.second;
            alone.params.push_back(param("number", first_.first));
            return alone;
        }
        auto params = told_;
        params.push_back(param("count", static_cast<std::int64_t>(count_)));
        return refuse(RejectionCode::members_refused, std::move(params));
    }

private:
    std::size_t count_ = 0;
    std::pair<std::string, Rejection> first_;
    std::vector<Param> told_;
};

// A file of members on its way into the records.
class MembersImport {
public:
    MembersImport(const Canteen& state, const ImportMembers& command, Date today)
        : state_(state), command_(command), today_(today), words_(state.schemes) {}

    Outcome outcome() {
        for (const auto& member : command_.members)
            if (auto refusal = take(member)) refused_.add(member.number, *std::move(refusal));
        if (auto refusal = refused_.rejection()) return *std::move(refusal);
        Events events;
        for (auto& [id, member] : changed_) events.emplace_back(recorded(std::move(member)));
        if (events.empty()) return refuse(RejectionCode::nothing_to_import);
        return events;
    }

private:
    Refusal take(const Member& said) {
        const MemberId id = id_of(said);
        if (state_.erased.contains(id)) return refuse(RejectionCode::member_unknown);
        const Member* known = member_in(state_, id);
        if (known && known->is_merged())
            return refuse(RejectionCode::member_merged, {param("kept", person_in(state_, id)->number)});
        Member next = known ? with_known(said, *known, command_) : said;
        next.id = id;
        words_.keep(next.tags);
        if (!known) {
            next.cards.clear();
            next.merged.clear();
            next.merged_into = {};
            next.revision = 0;
        }
        for (const auto& card : said.cards)
            if (auto refusal = issue(next, card.number)) return refusal;
        if (auto refusal = check_record(next, state_.employers)) return refusal;
        if (auto refusal = check_id_number(next, known)) return refusal;
        if (known && next == *known) {
            changed_.erase(id);
        } else {
            changed_[id] = std::move(next);
        }
        return {};
    }

    // Keeps the first id of a number that stands twice.
    MemberId id_of(const Member& said) {
        const auto& holder = holder_of_number(state_, said.number);
        return ids_.try_emplace(normal_number(said.number), holder.value_or(said.id)).first->second;
    }

    // Also against those of the same file, whose numbers may change hands in it.
    Refusal check_id_number(const Member& next, const Member* known) {
        if (next.id_number.empty()) return {};
        if (id_numbers_.try_emplace(next.id_number, next.id).first->second != next.id)
            return refuse(RejectionCode::id_number_in_use);
        return check_id_number_is_free(state_, next, known);
    }

    // A card that the member has already stays as it is, also a lost one.
    Refusal issue(Member& member, const std::string& card) {
        const bool has_it = std::any_of(member.cards.begin(), member.cards.end(),
                                        [&card](const Card& held) { return is_same_number(held.number, card); });
        if (has_it) return {};
        if (issued_.try_emplace(card, member.id).first->second != member.id)
            return refuse(RejectionCode::card_in_use, {param("card", card)});
        return issue_card(state_, member, card, today_);
    }

    const Canteen& state_;
    const ImportMembers& command_;
    Date today_;
    std::map<std::string, MemberId> ids_;
    std::map<std::string, MemberId> issued_;      // cards
    std::map<std::string, MemberId> id_numbers_;  // of the file
    TagWords words_;
    RefusedMembers refused_;
    std::map<MemberId, Member> changed_;
};

}  // namespace

Outcome decide_import_members(const Canteen& state, const ImportMembers& command, Timestamp now) {
    return MembersImport(state, command, date_at_site(now)).outcome();
}

}  // namespace canteen
