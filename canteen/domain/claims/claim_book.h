// Follows the journal from its first row and knows what one payer owes for each meal and was asked for already. Pure
// and deterministic: the same rows yield the same lines. One thread.
#pragma once

#include <map>
#include <optional>

#include "canteen/domain/claims/claimed_meals.h"
#include "canteen/domain/claims/refunded_meal.h"
#include "canteen/domain/model/claim_line.h"
#include "canteen/domain/model/event.h"

namespace canteen {

// No later claim asks for it: somebody has to draw that month up.
struct UnclaimedMonth {
    Date month;  // its first day
    std::uint32_t meals = 0;
    Fen open;
    bool operator==(const UnclaimedMonth&) const = default;
};

class ClaimBook {
public:
    explicit ClaimBook(ClaimPayer payer);

    // All events that concern the payer's scheme and all of claims, in the journal's order. Throws ProgrammerError if a
    // share is booked for an order that names no such payer.
    void add(Seq seq, const Event& event);

    // By date, meal and order: the meals of the period, and those of earlier dates that a submitted claim was for, each
    // by what is not asked yet. So what was sold late, corrected or rejected goes to the next claim.
    std::vector<ClaimLine> draw_up(const ClaimPeriod& period) const;

    // Returns what earlier claims asked for of the same members' meals, in the months and weeks of the lines, by order;
    // the share is the part not asked for yet. Leaves out guests who have no number.
    std::vector<ClaimLine> asked_beside(const std::vector<ClaimLine>& lines) const;

    // Returns the lines of which something was taken back. `lines` are those of draw_up() as of the same row.
    RefundedMeals refunded_among(const std::vector<ClaimLine>& lines) const;

    // Sums by month what is owed for earlier months for which no claim was ever handed in.
    std::vector<UnclaimedMonth> unclaimed_before(const ClaimPeriod& period) const;

    // As published last; absent: never.
    const std::optional<Scheme>& scheme() const { return scheme_; }

private:
    struct Drafted {
        ClaimPeriod period;
        Seq as_of = 0;
    };
    struct Asked {
        ClaimPeriod period;
        Seq as_of = 0;
        Seq submitted = 0;
        std::size_t first = 0, last = 0;  // its changes of what was asked
    };

    struct Left {
        Seq seq = 0;
        MealSums sums;
    };

    void add_sale(Seq seq, const Event& event);
    void note_left(Seq seq, OrderId order, const MealSums& left);
    MealSums left_at(const ClaimLine& line, Seq row) const;
    Seq told_at(ClaimedMeals::Place place) const;
    void bring_in(const Order& order);
    void book(Seq seq, OrderId order, const std::vector<Posting>& postings);
    void submit(Seq seq, ClaimId claim);
    void reject(Seq seq, ClaimId claim, OrderId order);
    bool is_asked_for(Date date, const ClaimPeriod& period, Seq as_of) const;

    ClaimPayer payer_;
    Account account_;
    std::optional<Scheme> scheme_;
    ClaimedMeals meals_;
    std::map<ClaimId, Drafted> drafts_;
    std::map<ClaimId, Asked> asked_;
    std::map<OrderId, std::vector<Left>> left_;  // of refunded meals, after each refund
};

}  // namespace canteen
