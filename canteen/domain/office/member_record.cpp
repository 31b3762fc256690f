#include "canteen/domain/office/member_record.h"

#include <algorithm>

#include "canteen/domain/base/paper.h"
#include "canteen/domain/model/member_checks.h"
#include "canteen/domain/model/names.h"
#include "canteen/domain/model/tag_words.h"
#include "canteen/domain/state/one_person.h"
#include "canteen/domain/state/state_lookup.h"

namespace canteen {

namespace {

// Puts what the office wrote into the one form it is kept in; parts with commands of their own stay as known.
Member edited(Member member, const Member* known) {
    member.id_number = normalise_id_number(member.id_number);
    std::sort(member.allergens.begin(), member.allergens.end());
    member.allergens.erase(std::unique(member.allergens.begin(), member.allergens.end()), member.allergens.end());
    member.cards = known ? known->cards : std::vector<Card>{};
    member.applications = known ? known->applications : std::vector<SubsidyApplication>{};
    member.approvals = known ? known->approvals : std::vector<Approval>{};
    member.merged = known ? known->merged : std::vector<MergedRecord>{};
    member.merged_into = {};
    return member;
}

Refusal check_number(const Canteen& state, const Member& member) {
    const auto& holder = holder_of_number(state, member.number);
    if (!holder || *holder == member.id) return {};
    return refuse(RejectionCode::number_in_use, {param("number", member.number)});
}

// The person who types it now can look again; a number that an import brought with a fault stays.
Refusal check_typed_id_number(const Member& member, const Member* known) {
    const auto& id = member.id_number;
    if (id.empty() || (known && known->id_number == id)) return {};
    if (is_other_paper(id) || is_valid_id_number(id)) return {};
    return refuse(RejectionCode::id_number_invalid);
}

bool is_refused(ReviewStep step) {
    return step == ReviewStep::rejected || step == ReviewStep::withdrawn;
}

// A refused application is never taken up again, an approved one only to end it.
bool follows(const SubsidyApplication* last, ReviewStep next) {
    if (next == ReviewStep::submitted) return !last || last->steps.back().step >= ReviewStep::approved;
    return last && !is_refused(last->steps.back().step) && next > last->steps.back().step;
}

bool was_approved(const SubsidyApplication& application) {
    return std::any_of(application.steps.begin(), application.steps.end(),
                       [](const Reviewed& reviewed) { return reviewed.step == ReviewStep::approved; });
}

using Applications = std::vector<SubsidyApplication>;

Applications::iterator last_of(Applications& applications, const std::string& scheme) {
    const auto found = std::find_if(applications.rbegin(), applications.rend(),
                                    [&scheme](const SubsidyApplication& a) { return a.scheme == scheme; });
    return found == applications.rend() ? applications.end() : found.base() - 1;
}

// Refused, or followed by another for its scheme. False if every application still means something.
bool make_room(Applications& applications) {
    if (applications.size() < max_applications) return true;
    for (auto it = applications.begin(); it != applications.end(); ++it) {
        if (!is_refused(it->steps.back().step) && last_of(applications, it->scheme) == it) continue;
        applications.erase(it);
        return true;
    }
    return false;
}

constexpr Date first_date{-719'162};  // 0001-01-01: no day before it has a name

// From that day on nothing is approved; before it everything is as it was.
void end_approvals(std::vector<Approval>& approvals, const std::string& scheme, Date from) {
    std::erase_if(approvals, [&](const Approval& approval) {
        return approval.scheme == scheme && approval.valid.from && *approval.valid.from >= from;
    });
    if (from <= first_date) std::erase_if(approvals, [&](const Approval& a) { return a.scheme == scheme; });
    for (auto& approval : approvals) {
        const bool lasts = !approval.valid.to || *approval.valid.to >= from;
        if (approval.scheme == scheme && lasts) approval.valid.to = from + -1;
    }
}

// One step of an application on its way into the record.
class Review {
public:
    Review(const Member& known, const ReviewApplication& command)
        : next_(known), command_(command), last_(last_of(next_.applications, command.scheme)) {}

    Outcome outcome() {
        const bool has_one = last_ != next_.applications.end();
        if (!follows(has_one ? &*last_ : nullptr, command_.step.step)) return out_of_order(has_one);
        if (has_one && command_.step.on < last_->steps.back().on) return invalid_period("on");
        if (auto refusal = check_texts()) return *refusal;
        if (auto refusal = change_approvals()) return *refusal;
        if (auto refusal = add_step()) return *refusal;
        return Events{recorded(std::move(next_))};
    }

private:
    Rejection out_of_order(bool has_one) const {
        return refuse(RejectionCode::application_order,
                      {param("last", has_one ? name_of(last_->steps.back().step) : "none")});
    }

    static Rejection invalid_period(const char* what) {
        return refuse(RejectionCode::period_invalid, {param("what", what)});
    }
    static Rejection invalid_text(const char* what) {
        return refuse(RejectionCode::text_invalid, {param("what", what)});
    }

    Refusal check_texts() const {
        const Reviewed& step = command_.step;
        if (!is_remark(step.by, max_member_name_bytes)) return invalid_text("by");
        const bool needs_reason = step.step == ReviewStep::rejected;
        if (!is_remark(step.note, max_review_note_bytes) || (needs_reason && step.note.empty()))
            return invalid_text("note");
        return {};
    }

    Refusal change_approvals() {
        const Reviewed& step = command_.step;
        if (is_refused(step.step) && was_approved(*last_)) end_approvals(next_.approvals, command_.scheme, step.on);
        if (step.step != ReviewStep::approved) return {};
        DateRange valid = command_.valid;
        valid.from = std::max(valid.from.value_or(step.on), step.on);
        if (!is_period(valid)) return invalid_period("valid");
        end_approvals(next_.approvals, command_.scheme, *valid.from);
        if (next_.approvals.size() >= max_member_facts) return invalid_text("approvals");
        next_.approvals.push_back({command_.scheme, valid});
        return {};
    }

    Refusal add_step() {
        if (command_.step.step != ReviewStep::submitted) {
            last_->steps.push_back(command_.step);
            return {};
        }
        if (!make_room(next_.applications)) return invalid_text("applications");
        next_.applications.push_back({command_.scheme, {command_.step}});
        return {};
    }

    Member next_;
    const ReviewApplication& command_;
    Applications::iterator last_;
};

}  // namespace

Outcome decide_put_member(const Canteen& state, const PutMember& command) {
    const MemberId id = command.member.id;
    const Member* known = member_in(state, id);
    if (id.is_nil() || state.erased.contains(id)) return refuse(RejectionCode::member_unknown);
    if (known)
        if (auto refusal = check_is_open(state, id)) return *refusal;
    const std::uint32_t revision = known ? known->revision : 0;
    if (command.member.revision != revision)
        return refuse(RejectionCode::record_changed, {param("revision", revision)});
    Member next = edited(command.member, known);
    TagWords(state.schemes).keep(next.tags);
    if (auto refusal = check_record(next, state.employers)) return *refusal;
    if (auto refusal = check_typed_id_number(next, known)) return *refusal;
    if (auto refusal = check_number(state, next)) return *refusal;
    if (auto refusal = check_id_number_is_free(state, next, known)) return *refusal;
    if (known && next == *known) return Events{};
    return Events{recorded(std::move(next))};
}

Outcome decide_review_application(const Canteen& state, const ReviewApplication& command) {
    if (auto refusal = check_is_open(state, command.member)) return *refusal;
    const bool is_known_scheme =
        std::any_of(state.schemes.begin(), state.schemes.end(),
                    [&command](const auto& scheme) { return scheme.second.id == command.scheme; });
    if (!is_known_scheme) return refuse(RejectionCode::scheme_unknown, {param("scheme", command.scheme)});
    return Review(*member_in(state, command.member), command).outcome();
}

Refusal check_id_number_is_free(const Canteen& state, const Member& next, const Member* known) {
    if (next.id_number.empty() || (known && known->id_number == next.id_number)) return {};
    const auto& holder = holder_of_id_number(state, next.id_number);
    if (!holder || person_of(state, *holder) == next.id) return {};
    return refuse(RejectionCode::id_number_in_use);
}

MemberRecorded recorded(Member member) {
    ++member.revision;
    return {std::move(member)};
}

}  // namespace canteen
