// Turns the ways in which a guest pays an offer into tenders. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "canteen/domain/model/rejection.h"
#include "pos-client/till/offer.h"

namespace canteen::till {

// One way to pay, and how much of it. Without `fen` it pays whatever is still to pay, an allowance as far as it
// reaches.
struct PaymentPart {
    TenderKind kind = TenderKind::cash;
    std::string employer{};  // for an allowance or an employer's account: the employer's code
    std::optional<Fen> fen{};
    bool operator==(const PaymentPart&) const = default;
};
using Payment = std::vector<PaymentPart>;

// Reads "cash", "wechat:12.60", "stored_value", "points:5", "allowance:CODE", "allowance:CODE:8", "employer:CODE".
// Returns nothing if it is not such a word.
std::optional<PaymentPart> parse_payment(std::string_view text);

// Returns the tenders, one part after the other. The rest is paid in cash, and cash is rounded down to the full 0.10
// yuan. Or says why not, as far as the till knows: allowance_short, employer_unknown, tender_mismatch, and
// points_not_spendable without the server, for points stand on no sheet.
std::variant<std::vector<Tender>, Rejection> tenders_for(const Offer& offer, const Payment& payment, bool with_server);

// Returns the tenders that count against the guest's next orders: the allowances.
std::vector<OwnUse> uses_of(const OrderDraft& draft, const std::vector<Tender>& tenders);

}  // namespace canteen::till
