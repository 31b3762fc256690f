// What a page asks of paper, printers and the scale.
#include <algorithm>

#include "canteen/wire/field.h"
#include "pos-client/page/page_till.h"
#include "pos-client/slips/small_slips.h"

namespace canteen::till {
namespace {

const std::vector<PrintKind> all_kinds{PrintKind::drawer, PrintKind::kitchen_slip, PrintKind::guest_receipt,
                                       PrintKind::shift_slip, PrintKind::other};

constexpr std::size_t sales_looked_at = 20;

// Returns the newest sale that stands; nil: none of the last ones does.
OrderId last_sold(const Outbox& outbox) {
    for (const auto& order : outbox.orders({.most = sales_looked_at}))
        if (order.state == SaleState::sold) return order.id;
    return {};
}

}  // namespace

Denied PageTill::on(const v1::Reprint& wanted, Timestamp now) {
    const auto order = wanted.order_id().empty() ? last_sold(outbox_) : id_from<OrderId>(wanted.order_id(), {});
    if (order.is_nil() || !outbox_.order(order)) return denial("sale_unknown");
    if (!paper_.reprint(order, now)) return denial("no_printer");
    return std::nullopt;
}

Denied PageTill::on(const v1::SetSwitches& wanted) {
    if (wanted.has_paper_always()) switches_.paper_always = wanted.paper_always();
    if (wanted.has_paper_large()) switches_.paper_large = wanted.paper_large();
    if (wanted.has_spoken()) switches_.is_spoken = wanted.spoken();
    if (wanted.has_language_en()) switches_.language = wanted.language_en() ? Language::en : Language::zh;
    keep_switches(outbox_, switches_);
    return std::nullopt;
}

Denied PageTill::on(const v1::SetPrinter& wanted) {
    PrinterSetup setup{wanted.second() ? second_printer : first_printer, wanted.address(), {}, all_kinds};
    if (wanted.columns() != 0) setup.profile.columns = static_cast<int>(wanted.columns());
    if (wanted.raster()) setup.profile.code_page = CodePage::raster_only;
    return set_printer(std::move(setup), wanted.second());
}

// Without an address the printer is taken away.
Denied PageTill::set_printer(PrinterSetup setup, bool is_second) {
    auto printers = kept_printers(outbox_);
    std::erase_if(printers, [&](const PrinterSetup& printer) { return printer.name == setup.name; });
    if (!setup.address.empty()) {
        if (!printer_address_of(setup.address)) return denial("printer_address");
        if (!print_profile_of(to_json(setup.profile))) return denial("printer_columns");
        printers.insert(is_second ? printers.end() : printers.begin(), std::move(setup));
    }
    keep_printers(outbox_, printers);
    use_printers(printers);
    return std::nullopt;
}

void PageTill::use_printers(const std::vector<PrinterSetup>& printers) {
    tray_.set_printers(printers);
    till_.set_tells_kitchen(std::ranges::any_of(
        printers, [](const PrinterSetup& printer) { return printer.takes(PrintKind::kitchen_slip); }));
}

void PageTill::offer_printer(const std::string& address) {
    if (kept_printers(outbox_).empty()) set_printer({first_printer, address, {}, all_kinds}, false);
}

Denied PageTill::on_test_page(const v1::PageFrame& frame, Timestamp now) {
    PrintKey key{PrintKind::other, {}};
    key.about = optional_array_from<16>(frame.action_id(), {});
    const auto printers = tray_.printers();
    if (printers.empty()) return denial("no_printer");
    tray_.print(key, test_page(switches_.language, printers.front().name, till_.server_time(now)), now);
    return std::nullopt;
}

Denied PageTill::on_scale(Out& out) {
    if (!tray_.has_scale()) return denial("no_scale");
    const auto grams = tray_.settled_grams();
    if (!grams) return denial("scale_unsettled");
    out.set_grams(*grams);
    return std::nullopt;
}

}  // namespace canteen::till
