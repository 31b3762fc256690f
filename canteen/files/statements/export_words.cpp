#include "canteen/files/statements/export_words.h"

#include <array>
#include <cstddef>

namespace canteen {
namespace {

// `words`: of the values from `first` on. A value of a newer program is its number.
template <class Value, std::size_t count>
std::string word_in(const std::array<const char*, count>& words, Value value, std::size_t first = 1) {
    const auto number = static_cast<std::size_t>(value);
    return number < first || number - first >= count ? std::to_string(number) : words[number - first];
}

constexpr std::array card_states{"active", "lost", "replaced"};
constexpr std::array review_steps{"submitted", "first_review", "second_review", "approved", "rejected", "withdrawn"};
constexpr std::array slots{"breakfast", "lunch", "dinner"};
constexpr std::array modes{"dine_in", "takeaway", "delivery"};
constexpr std::array origins{"counter", "ahead", "delivery", "group"};
constexpr std::array ways_known{"not_said", "card", "code", "face", "number", "by_sight"};
constexpr std::array order_states{"held", "placed", "ready", "handed_over", "cancelled", "expired"};
constexpr std::array tenders{"cash", "wechat", "alipay", "stored_value", "allowance", "points", "employer", "bank"};
constexpr std::array reasons{"guest_asked", "wrong_entry", "not_served", "quality", "correction", "claim_rejected"};
constexpr std::array uses{"meals_of_slot",  "meals_of_day",    "meals_of_week",  "meals_eaten",
                          "quota_of_month", "meals_of_month",  "meals_of_year",  "given_in_month",
                          "given_in_year",  "budget_of_month", "budget_of_year", "allowance"};

}  // namespace

std::string word_of(CardState state) {
    return word_in(card_states, state);
}

std::string word_of(ReviewStep step) {
    return word_in(review_steps, step);
}

std::string word_of(MealSlot slot) {
    return word_in(slots, slot);
}

std::string word_of(ServiceMode mode) {
    return word_in(modes, mode);
}

std::string word_of(Origin origin) {
    return word_in(origins, origin);
}

std::string word_of(Identified identified) {
    return word_in(ways_known, identified, 0);
}

std::string word_of(OrderState state) {
    return word_in(order_states, state);
}

std::string word_of(TenderKind kind) {
    return word_in(tenders, kind);
}

std::string word_of(RefundReason reason) {
    return word_in(reasons, reason);
}

std::string word_of(UseKind kind) {
    return word_in(uses, kind);
}

}  // namespace canteen
