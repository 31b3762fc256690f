// Tells which rights an order uses up. Pure; writer thread.
#pragma once

#include "canteen/domain/sales/quote.h"

namespace canteen {

// The uses of what was granted: for each count the smallest free ordinal, for a quota its fen.
// Every order of a member counts as one of its meal, so that a meal stays eaten while one of its orders stands.
std::vector<UsedRight> rights_used(const Canteen& state, const OrderDraft& draft, const Quote& quote,
                                   const std::vector<Share>& granted);

// Returns how much of the granted shares an amount counts: a quota, a limit in fen or a budget. Its period is not
// asked: an order's rights are of its own meal.
Fen granted_of(const UseKey& key, const RightSheet& sheet, const std::vector<Share>& granted);

// Returns the rights that an order keeps of those it holds when payers bear no more than `granted`: a count while a
// counted step of its scheme gives, of an amount what is taken, the meal itself and an employer's allowance always.
std::vector<UsedRight> rights_kept(const std::vector<UsedRight>& held, const RightSheet& sheet,
                                   const std::vector<Share>& granted);

// The same without the part of allowances that the postings of a refund give back.
std::vector<UsedRight> without_allowances(std::vector<UsedRight> kept, const std::vector<Posting>& refund);

// Frees what the order holds and does not keep, and takes again what it keeps a smaller part of.
void give_rights_back(Events& events, const Order& order, const std::vector<UsedRight>& kept);

// The outcome for charged shares when the rights of this moment are asked.
struct Settlement {
    std::vector<Share> granted;    // at most what was charged and what payers bear now
    std::vector<Share> used_up;    // charged, but the limit or quota is spent
    std::vector<UseKey> disputed;  // the counts that had none left
    bool differs = false;          // the schemes give something else for another reason
};
Settlement settle(const std::vector<Share>& charged, const Quote& quote, Meal meal);

}  // namespace canteen
