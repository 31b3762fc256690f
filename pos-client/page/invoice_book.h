// Invoices that guests asked for (发票: 抬头, 税号), kept at the till that sold the meal, sealed under a key of their
// own, and destroyed after a named term. One thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "canteen/crypto/hash.h"
#include "canteen/crypto/sign.h"
#include "pos-client/counter/denial.h"
#include "pos-client/outbox/outbox.h"

namespace canteen::till {

inline constexpr std::size_t max_invoice_title_bytes = 200;
inline constexpr std::chrono::hours invoices_kept_for{90 * 24};

struct InvoiceAsked {
    OrderId order;
    std::string title;       // 抬头
    std::string tax_number;  // 税号: 15 to 20 digits and capitals; "" for a person
    Fen fen;
    Timestamp at;  // server time
    bool operator==(const InvoiceAsked&) const = default;
};

class InvoiceBook {
public:
    // Both outlive it.
    InvoiceBook(Outbox& outbox, const SigningSeed& seed, Random& random);

    // Replaces what was asked for the order before. Denies text_invalid, tax_number_invalid.
    Denied ask(const InvoiceAsked& asked);
    std::optional<InvoiceAsked> of(OrderId order) const;
    // All that are kept, the oldest first.
    const std::vector<InvoiceAsked>& all() const { return invoices_; }
    // Drops what is older than the term.
    void destroy_old(Timestamp server_now);

private:
    void keep();

    Outbox& outbox_;
    Key key_;
    Random& random_;
    std::vector<InvoiceAsked> invoices_;
};

// A CSV with a head and a row an invoice: pickup number, date, title, tax number, yuan. The outbox says the numbers.
std::string invoices_csv(const InvoiceBook& book, const Outbox& outbox);

}  // namespace canteen::till
