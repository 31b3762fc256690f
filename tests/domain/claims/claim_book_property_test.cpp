// However meals are sold, taken back, claimed, rejected and claimed again: what claims asked for, less what was
// rejected, and what is not asked yet is what stands.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "canteen/domain/claims/claim_book.h"
#include "tests/domain/support/district.h"

namespace canteen {
namespace {

const ClaimPeriod all = *parse_claim_period("2026Q2");
constexpr std::uint8_t meals = 12;

struct Drawn {
    std::map<OrderId, Fen> lines;
    bool submitted = false;
};

// Plays events into a book, and works out beside it what must stand from the lines of the files alone.
class Story {
public:
    void step() {
        const std::vector<void (Story::*)()> steps{&Story::sell,   &Story::sell,   &Story::take_back, &Story::draft,
                                                   &Story::submit, &Story::submit, &Story::reject,    &Story::drop};
        (this->**rc::gen::elementOf(steps))();
    }

    void check() const {
        Fen asked_or_open = asked_;
        for (const auto& line : book_.draw_up(all)) asked_or_open += line.share;
        RC_ASSERT(asked_or_open == stands_);
    }

private:
    static Date any_date() { return all.first + *rc::gen::inRange(0, all.last - all.first + 1); }
    static ClaimPeriod any_period() {
        return *parse_claim_period(*rc::gen::element<std::string>("2026-04", "2026-05", "2026-06", "2026Q2"));
    }
    void add(const Event& event) { book_.add(++seq_, event); }
    void book(OrderId order, Fen fen) {
        add(LedgerPosted{order, {{district_owes, fen}}});
        shares_[order] += fen;
        stands_ += fen;
    }

    void sell() {
        const auto id = order_id(*rc::gen::inRange<std::uint8_t>(1, meals));
        if (shares_.contains(id)) return;
        Order order;
        order.draft.id = id;
        order.draft.meal = {any_date(), MealSlot::lunch};
        order.granted = {{"meals", 0, "district", {1}}};
        add(OrderPlaced{order});
        book(id, {*rc::gen::inRange(1, 900)});
    }
    void take_back() {
        if (shares_.empty()) return;
        const auto [order, share] = *rc::gen::elementOf(shares_);
        if (share > Fen{}) book(order, {-*rc::gen::inRange<std::int64_t>(1, share.value + 1)});
    }
    void draft() {
        Claim claim;
        claim.id.bytes[0] = static_cast<std::uint8_t>(drawn_.size() + 1);
        claim.payer = district;
        claim.period = any_period();
        claim.as_of = seq_;
        auto& drawn = drawn_[claim.id];
        for (const auto& line : book_.draw_up(claim.period)) drawn.lines[line.order] = line.share;
        add(ClaimDrafted{claim});
    }
    void submit() {
        if (drawn_.empty()) return;
        const auto id = (*rc::gen::elementOf(drawn_)).first;
        auto& drawn = drawn_.at(id);
        if (drawn.submitted) return;
        drawn.submitted = true;
        add(ClaimSubmitted{id});
        for (const auto& [order, share] : drawn.lines) asked_ += share;
    }
    void reject() {
        if (drawn_.empty()) return;
        const auto id = (*rc::gen::elementOf(drawn_)).first;
        auto& drawn = drawn_.at(id);
        if (!drawn.submitted || drawn.lines.empty()) return;
        const auto [order, share] = *rc::gen::elementOf(drawn.lines);
        const bool borne = *rc::gen::arbitrary<bool>();
        add(ClaimLineRejected{id, {order, "not seen", borne}});
        asked_ -= share;
        drawn.lines.erase(order);
        if (borne && shares_.at(order) != Fen{}) book(order, -shares_.at(order));
    }
    void drop() {
        if (drawn_.empty()) return;
        const auto id = (*rc::gen::elementOf(drawn_)).first;
        if (drawn_.at(id).submitted) return;
        add(ClaimDropped{id});
        drawn_.at(id) = {{}, true};
    }

    ClaimBook book_{district};
    Seq seq_ = 0;
    std::map<OrderId, Fen> shares_;
    std::map<ClaimId, Drawn> drawn_;
    Fen asked_, stands_;
};

RC_GTEST_PROP(ClaimBookProperty, WhatWasAskedAndWhatIsOpenIsWhatStands, ()) {
    Story story;
    for (auto steps = *rc::gen::inRange(0, 60); steps > 0; --steps) {
        story.step();
        story.check();
    }
}

}  // namespace
}  // namespace canteen
