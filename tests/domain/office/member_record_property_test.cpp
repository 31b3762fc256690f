// Properties of members' records, whatever the office does in whatever order.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/domain/support/canteen_fixture.h"

namespace canteen {
namespace {

enum class Deed { edit, edit_stale, renumber, issue, replace, lose, review, import, erase };

struct Step {
    Deed deed = Deed::edit;
    unsigned who = 0, what = 0, when = 0;
};

std::ostream& operator<<(std::ostream& out, const Step& s) {
    return out << "{deed " << static_cast<int>(s.deed) << ", who " << s.who << ", what " << s.what << ", when "
               << s.when << "}";
}

rc::Gen<Step> steps() {
    using rc::gen::inRange;
    return rc::gen::build<Step>(
        rc::gen::set(&Step::deed, rc::gen::map(inRange(0, 9), [](int deed) { return static_cast<Deed>(deed); })),
        rc::gen::set(&Step::who, inRange(0U, 4U)), rc::gen::set(&Step::what, inRange(0U, 6U)),
        rc::gen::set(&Step::when, inRange(0U, 20U)));
}

// An office in which anything may happen in any order. Refusals are fine; broken promises are not.
class AnyOffice : public CanteenFixture {
public:
    void TestBody() override {}

    void take(const Step& step) {
        const MemberId id = people.at(step.who);
        const std::string card = "C" + std::to_string(step.what);
        switch (step.deed) {
            case Deed::issue:
                return note(decide_and_apply(IssueCard{id, card, ""}));
            case Deed::replace:
                return note(decide_and_apply(IssueCard{id, card, "C" + std::to_string(step.when % 6)}));
            case Deed::lose:
                return note(decide_and_apply(ReportCardLost{id, card}));
            case Deed::review:
                return note(decide_and_apply(review(id, step)));
            case Deed::erase:
                return note(decide_and_apply(EraseMember{id}));
            default:
                return write(id, step);
        }
    }

    // Checks that every change so far is the next one of its record, and that each card has been one person's only and
    // stands once.
    void check() const {
        std::map<std::string, MemberId> numbers;
        for (const auto& [id, member] : state.members) {
            if (!member) continue;
            RC_ASSERT(numbers.emplace(member->number, id).second);
            RC_ASSERT(member->revision == revisions.at(id));
            check_approvals(*member);
        }
    }

private:
    void write(MemberId id, const Step& step) {
        Member member = state.members[id].value_or(newcomer(id));
        if (step.deed == Deed::renumber) member.number = "00" + std::to_string(step.what);
        if (step.deed == Deed::edit_stale) ++member.revision;
        member.phone = std::to_string(step.when);
        if (step.deed != Deed::import) return note(decide_and_apply(PutMember{member}));
        member.cards = {{"C" + std::to_string(step.what), CardState::active, {}}};
        note(decide_and_apply(ImportMembers{{member}}));
    }

    static Member newcomer(MemberId id) {
        Member member;
        member.id = id;
        member.number = "00" + std::to_string(id.bytes[15]);
        member.name = "甲";
        return member;
    }

    ReviewApplication review(MemberId id, const Step& step) const {
        const auto on = today + static_cast<int>(step.when);
        return {id, "six-a-day", {static_cast<ReviewStep>(step.what + 1), on, "", "reason"}, {on + -3, {}}};
    }

    void note(const Outcome& outcome) {
        const auto* events = std::get_if<Events>(&outcome);
        if (!events) return;
        for (const auto& event : *events) {
            if (const auto* recorded = std::get_if<MemberRecorded>(&event)) note(recorded->member);
            if (const auto* erased = std::get_if<MemberErased>(&event))
                std::erase_if(holders, [&](const auto& held) { return held.second == erased->member; });
        }
    }

    void note(const Member& member) {
        RC_ASSERT(member.revision == ++revisions[member.id]);
        std::set<std::string> cards;
        for (const auto& card : member.cards) {
            RC_ASSERT(cards.insert(card.number).second);
            RC_ASSERT(holders.try_emplace(card.number, member.id).first->second == member.id);
        }
    }

    // Checks that no day is approved by more than one approval.
    void check_approvals(const Member& member) const {
        for (int day = -5; day < 30; ++day) {
            const auto valid = std::count_if(member.approvals.begin(), member.approvals.end(),
                                             [&](const Approval& a) { return a.valid.contains(today + day); });
            RC_ASSERT(valid <= 1);
        }
    }

    const std::vector<MemberId> people{grandma, villager, neighbour, id_of<MemberId>(4)};
    std::map<MemberId, std::uint32_t> revisions{{grandma, 1}, {villager, 1}, {neighbour, 1}};
    std::map<std::string, MemberId> holders;
};

RC_GTEST_PROP(Office, keeps_every_card_at_one_person_and_every_revision_counting_by_one, ()) {
    AnyOffice office;
    for (const auto& step : *rc::gen::container<std::vector<Step>>(steps())) {
        office.take(step);
        office.check();
    }
}

}  // namespace
}  // namespace canteen
