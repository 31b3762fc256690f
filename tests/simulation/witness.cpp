#include "tests/simulation/witness.h"

#include "canteen/domain/sales/kept_refusal.h"

namespace canteen::simulation {
namespace {

// False for an answer that is not recorded: the entry is to be sent again, or it refused a screen, which may ask anew.
bool is_recorded(const Answer& answer) {
    const auto* why = std::get_if<Rejection>(&answer.outcome);
    if (!why) return true;
    if (answer.device_seq == 0) return false;
    switch (why->code) {
        case RejectionCode::busy:
        case RejectionCode::storage_low:
        case RejectionCode::out_of_order:
        case RejectionCode::chain_broken:
            return false;
        default:
            return true;
    }
}

// Compares without what was typed: a refusal is kept without it.
bool say_the_same(const Answer& first, const Answer& again) {
    const auto* why = std::get_if<Rejection>(&first.outcome);
    const auto* why_again = std::get_if<Rejection>(&again.outcome);
    if (why && why_again) return kept_form(*why) == kept_form(*why_again);
    return first == again;
}

}  // namespace

void Witness::on_commit(const std::vector<JournalRow>& rows) {
    for (const auto& row : rows) {
        const Seq expected = known_.rows.empty() ? 1 : known_.rows.back().seq + 1;
        if (row.seq != expected) findings_.push_back("the journal has a gap before " + std::to_string(row.seq));
        for (const auto& event : row.events) {
            if (const auto* placed = std::get_if<OrderPlaced>(&event)) ++known_.placed[placed->order.draft.id];
            const auto* posted = std::get_if<LedgerPosted>(&event);
            if (posted && !balances(posted->postings))
                findings_.push_back("row " + std::to_string(row.seq) + " does not balance");
            apply(known_.truth, event);
        }
        known_.rows.push_back(row);
    }
}

void Witness::on_answers(const std::vector<Addressed>& answers) {
    for (const auto& [session, answer] : answers) {
        if (session == 0 || !is_recorded(answer)) continue;
        const auto [first, is_first] = known_.answers.emplace(answer.command, answer);
        if (is_first) continue;
        ++repeated_answers_;
        if (!say_the_same(first->second, answer)) findings_.push_back("a command was answered twice, and not the same");
    }
}

const Order* Witness::order(OrderId id) const {
    const auto found = known_.truth.orders.find(id);
    return found == known_.truth.orders.end() || !found->second ? nullptr : &*found->second;
}

int Witness::times_placed(OrderId id) const {
    const auto found = known_.placed.find(id);
    return found == known_.placed.end() ? 0 : found->second;
}

}  // namespace canteen::simulation
