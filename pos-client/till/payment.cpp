#include "pos-client/till/payment.h"

#include <algorithm>
#include <map>
#include <string>

#include "canteen/domain/base/number.h"
#include "canteen/domain/ledger/paying.h"
#include "canteen/domain/model/names.h"
#include "canteen/domain/model/refusal.h"

namespace canteen::till {
namespace {

const std::map<std::string, TenderKind> kinds_by_name = by_name<TenderKind>(
    {TenderKind::cash, TenderKind::wechat, TenderKind::alipay, TenderKind::unionpay, TenderKind::ecny,
     TenderKind::stored_value, TenderKind::allowance, TenderKind::points, TenderKind::employer});

bool is_of_employer(TenderKind kind) {
    return kind == TenderKind::allowance || kind == TenderKind::employer;
}

// Takes the part before the next ':' off the text, together with the ':', and returns it.
std::string_view next_part(std::string_view& text) {
    const auto end = std::min(text.find(':'), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::optional<std::int64_t> digits(std::string_view text) {
    return text.starts_with('-') ? std::nullopt : whole_number<std::int64_t>(text);
}

// Reads "8", "8.5" or "8.50" yuan.
std::optional<Fen> parse_sum(std::string_view text) {
    constexpr std::size_t most_digits = 6;
    const auto point = std::min(text.find('.'), text.size());
    const auto whole = text.substr(0, point);
    std::string cents(text.substr(std::min(point + 1, text.size())));
    const bool has_cents = point != text.size();
    if (whole.empty() || whole.size() > most_digits || cents.size() > 2 || has_cents == cents.empty())
        return std::nullopt;
    cents.resize(2, '0');
    const auto yuan = digits(whole);
    const auto rest = digits(cents);
    if (!yuan || !rest) return std::nullopt;
    return Fen{*yuan * 100 + *rest};
}

// A bill while its parts are paid one after another.
class Bill {
public:
    Bill(const Offer& offer, bool with_server)
        : offer_(offer), with_server_(with_server), left_(offer.draft.shown.to_pay), allowances_(offer.allowances) {}

    Refusal pay(const PaymentPart& part) {
        Fen fen = part.fen.value_or(left_);
        if (fen < Fen{}) return overpaid();
        if (part.kind == TenderKind::allowance) {
            Fen& allowance = allowances_[part.employer];
            if (!part.fen) fen = std::min(fen, allowance);
            if (fen > allowance) return refuse(RejectionCode::allowance_short, {param("left", allowance.value)});
            allowance -= fen;
        }
        if (part.kind == TenderKind::points && !with_server_) return refuse(RejectionCode::points_not_spendable);
        if (part.kind == TenderKind::employer && !offer_.accounts.contains(part.employer))
            return refuse(RejectionCode::employer_unknown, {param("employer", part.employer)});
        left_ -= fen;
        if (part.kind == TenderKind::cash) {
            in_cash_ += fen;
        } else if (fen != Fen{}) {
            tenders_.push_back({part.kind, fen, part.employer});
        }
        return {};
    }

    // Puts cash last; a bill of nothing at all is paid by one tender of nothing.
    std::variant<std::vector<Tender>, Rejection> tenders() {
        const Fen cash = round_cash(in_cash_ + std::max(left_, Fen{}));
        if (cash != Fen{} || tenders_.empty()) tenders_.push_back({TenderKind::cash, cash, ""});
        if (auto refusal = check_tenders(offer_.draft.shown.to_pay, tenders_)) return *std::move(refusal);
        return std::move(tenders_);
    }

private:
    // Says that the parts before this one are more than the bill already.
    Rejection overpaid() const {
        const Fen due = offer_.draft.shown.to_pay;
        return refuse(RejectionCode::tender_mismatch, {param("due", due.value), param("given", (due - left_).value)});
    }

    const Offer& offer_;
    bool with_server_;
    Fen left_;
    Fen in_cash_;
    std::map<std::string, Fen> allowances_;
    std::vector<Tender> tenders_;
};

}  // namespace

std::optional<PaymentPart> parse_payment(std::string_view text) {
    if (text.ends_with(':')) return std::nullopt;
    const auto name = next_part(text);
    const auto kind = kinds_by_name.find(std::string(name));
    if (kind == kinds_by_name.end()) return std::nullopt;
    PaymentPart part{kind->second, {}, {}};
    if (is_of_employer(part.kind)) {
        part.employer = next_part(text);
        if (part.employer.empty()) return std::nullopt;
    }
    if (text.empty()) return part;
    part.fen = parse_sum(text);
    return part.fen ? std::optional{std::move(part)} : std::nullopt;
}

std::variant<std::vector<Tender>, Rejection> tenders_for(const Offer& offer, const Payment& payment, bool with_server) {
    Bill bill(offer, with_server);
    for (const auto& part : payment)
        if (auto refusal = bill.pay(part)) return *std::move(refusal);
    return bill.tenders();
}

std::vector<OwnUse> uses_of(const OrderDraft& draft, const std::vector<Tender>& tenders) {
    std::vector<OwnUse> uses;
    for (const auto& [kind, fen, employer] : tenders) {
        if (kind != TenderKind::allowance) continue;
        const UseKey key{draft.member, employer, UseKind::allowance, period_of(UseKind::allowance, draft.meal)};
        const auto same =
            std::find_if(uses.begin(), uses.end(), [&key](const OwnUse& use) { return use.first == key; });
        if (same != uses.end()) {
            same->second += fen.value;
        } else {
            uses.emplace_back(key, fen.value);
        }
    }
    return uses;
}

}  // namespace canteen::till
