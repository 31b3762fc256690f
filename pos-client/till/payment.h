// How a guest pays what an offer comes to. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "canteen/domain/model/rejection.h"
#include "pos-client/till/offer.h"

namespace canteen::till {

// One way to pay, and how much of it. Absent: whatever is still to pay, of an allowance as far as it reaches.
struct PaymentPart {
    TenderKind kind = TenderKind::cash;
    std::string employer{};  // of an allowance or an employer's account: its code
    std::optional<Fen> fen{};
    bool operator==(const PaymentPart&) const = default;
};
using Payment = std::vector<PaymentPart>;

// "cash", "wechat:12.60", "stored_value", "points:5", "allowance:CODE", "allowance:CODE:8", "employer:CODE". Nothing if
// it is not such a word.
std::optional<PaymentPart> parse_payment(std::string_view text);

// The tenders, one part after the other; what the parts leave is paid in cash, and of cash what is taken is rounded
// down to the full 0.10 yuan. Or why not, as far as the till knows: allowance_short, employer_unknown, tender_mismatch,
// and points_not_spendable without the server, for points stand on no sheet.
std::variant<std::vector<Tender>, Rejection> tenders_for(const Offer& offer, const Payment& payment, bool with_server);

// What of the tenders counts against the guest's next orders: the allowances.
std::vector<OwnUse> uses_of(const OrderDraft& draft, const std::vector<Tender>& tenders);

}  // namespace canteen::till
