#include "canteen/domain/office/employers.h"

#include <algorithm>

#include "canteen/domain/base/choice.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/ledger/booking.h"
#include "canteen/domain/model/refusal.h"
#include "canteen/domain/order/line_checks.h"

namespace canteen {

namespace {

bool is_code(const std::string& text) {
    const bool fits = !text.empty() && text.size() <= max_employer_code_bytes;
    return fits && std::all_of(text.begin(), text.end(),
                               [](char c) { return ('a' <= c && c <= 'z') || is_digit(c) || c == '-'; });
}

bool is_name(const std::string& text) {
    return !text.empty() && text.size() <= max_employer_name_bytes && is_plain_text(text);
}

// The unified social credit code has 18 characters, older numbers 15 to 20.
bool is_tax_number(const std::string& text) {
    constexpr std::size_t fewest = 15;
    if (text.empty()) return true;
    const bool fits = fewest <= text.size() && text.size() <= max_tax_number_bytes;
    return fits && std::all_of(text.begin(), text.end(), [](char c) { return ('A' <= c && c <= 'Z') || is_digit(c); });
}

bool is_sound(const Allowance& allowance) {
    const auto is_sum = [](Fen fen) { return Fen{} <= fen && fen <= max_order_sum; };
    const bool days_fit = std::all_of(allowance.days.begin(), allowance.days.end(), [&](DayKind day) {
        return std::count(allowance.days.begin(), allowance.days.end(), day) == 1;
    });
    return days_fit && is_sum(allowance.breakfast) && is_sum(allowance.lunch) && is_sum(allowance.dinner) &&
           is_sum(allowance.per_day.value_or(Fen{}));
}

// Null: nothing is wrong.
const char* fault_of(const Employer& employer) {
    if (!is_code(employer.code)) return "code";
    if (!is_name(employer.name)) return "name";
    if (!is_tax_number(employer.tax_number)) return "tax_number";
    if (employer.allowance && !is_sound(*employer.allowance)) return "allowance";
    const auto& [from, to] = employer.valid;
    return from && to && *to < *from ? "valid" : nullptr;
}

}  // namespace

Outcome decide_set_employer(const Canteen& state, const SetEmployer& command) {
    const Employer& employer = command.employer;
    if (const char* fault = fault_of(employer)) return refuse(RejectionCode::employer_invalid, {param("what", fault)});
    const auto known = state.employers.find(employer.code);
    if (known != state.employers.end() && known->second == employer) return Events{};
    if (known == state.employers.end() && state.employers.size() >= max_employers)
        return refuse(RejectionCode::employer_invalid, {param("what", "count")});
    return Events{EmployerSet{employer}};
}

Outcome decide_receive_from_employer(const Canteen& state, const ReceiveFromEmployer& command) {
    if (!state.employers.contains(command.employer))
        return refuse(RejectionCode::employer_unknown, {param("employer", command.employer)});
    const auto& [kind, fen, reference] = command.tender;
    const bool is_its_own = command.account == AccountKind::allowance || command.account == AccountKind::employer;
    const bool is_sum = fen != Fen{} && -max_employer_payment <= fen && fen <= max_employer_payment;
    if (!is_its_own || !is_sum || !is_money(kind) || !is_reference(reference))
        return refuse(RejectionCode::amount_invalid);
    std::vector<Posting> postings;
    post(postings, account_of(kind), fen);
    post(postings, {command.account, command.employer}, -fen);
    return Events{LedgerPosted{OrderId{}, std::move(postings), reference}};
}

}  // namespace canteen
