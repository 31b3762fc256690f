#include "pos-client/page/invoice_book.h"

#include <algorithm>

#include "canteen/crypto/seal.h"
#include "canteen/domain/model/member_checks.h"
#include "canteen/v1/till_disk.pb.h"
#include "canteen/wire/field.h"

namespace canteen::till {
namespace {

constexpr const char* invoices_name = "invoices";
constexpr std::size_t tax_number_least = 15, tax_number_most = 20;

// GB 32100 has 18 characters; older numbers 15, 17 or 20.
bool is_tax_number(const std::string& number) {
    return number.empty() || (number.size() >= tax_number_least && is_number_text(number, tax_number_most));
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

}  // namespace

InvoiceBook::InvoiceBook(Outbox& outbox, const SigningSeed& seed, Random& random)
    : outbox_(outbox), key_(keyed_hash_of(seed, {invoices_name})), random_(random) {
    const auto sealed = outbox.kept(invoices_name);
    const auto bytes = sealed ? open_under(key_, invoices_name, *sealed) : std::nullopt;
    v1::KeptInvoices kept;
    if (!bytes || !kept.ParseFromString(*bytes)) return;
    for (const auto& one : kept.invoices()) {
        InvoiceAsked asked{{}, one.title(), one.tax_number(), {one.fen()}, {one.at_ms()}};
        std::copy_n(one.order_id().begin(), std::min(one.order_id().size(), asked.order.bytes.size()),
                    asked.order.bytes.begin());
        invoices_.push_back(std::move(asked));
    }
}

Denied InvoiceBook::ask(const InvoiceAsked& asked) {
    if (!is_name(asked.title, max_invoice_title_bytes)) return denial("text_invalid", {{"what", "title"}});
    if (!is_tax_number(asked.tax_number)) return denial("tax_number_invalid");
    std::erase_if(invoices_, [&](const InvoiceAsked& known) { return known.order == asked.order; });
    invoices_.push_back(asked);
    keep();
    return std::nullopt;
}

std::optional<InvoiceAsked> InvoiceBook::of(OrderId order) const {
    const auto found = std::ranges::find(invoices_, order, &InvoiceAsked::order);
    return found == invoices_.end() ? std::nullopt : std::optional(*found);
}

void InvoiceBook::destroy_old(Timestamp server_now) {
    const auto dropped =
        std::erase_if(invoices_, [&](const InvoiceAsked& asked) { return server_now - asked.at > invoices_kept_for; });
    if (dropped == 0) return;
    keep();
    outbox_.wipe();
}

void InvoiceBook::keep() {
    v1::KeptInvoices kept;
    for (const auto& asked : invoices_) {
        auto& one = *kept.add_invoices();
        one.set_order_id(bytes_of(asked.order.bytes));
        one.set_title(asked.title);
        one.set_tax_number(asked.tax_number);
        one.set_fen(asked.fen.value);
        one.set_at_ms(asked.at.ms);
    }
    outbox_.keep(invoices_name, seal_under(key_, invoices_name, kept.SerializeAsString(), random_));
}

std::string invoices_csv(const InvoiceBook& book, const Outbox& outbox) {
    std::string csv = "number,date,title,tax_number,yuan\n";
    for (const auto& asked : book.all()) {
        const auto order = outbox.order(asked.order);
        csv += (order ? order->pickup : "") + "," + to_string(date_at_site(asked.at)) + "," + quoted(asked.title) +
               "," + asked.tax_number + "," + to_yuan(asked.fen) + "\n";
    }
    return csv;
}

}  // namespace canteen::till
