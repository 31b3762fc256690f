// The bar above the sale, and what waits beside it.
#include "canteen/wire/client_codec.h"
#include "canteen/wire/protobuf_codec.h"
#include "pos-client/page/part_maker.h"
#include "pos-client/page/shown.h"

namespace canteen::till {
namespace {

v1::LineState state_of(const Upstream& upstream) {
    if (!upstream.trouble().empty()) return v1::LINE_TROUBLE;
    if (!upstream.live()) return v1::LINE_OFFLINE;
    return upstream.caught_up() ? v1::LINE_LIVE : v1::LINE_BEHIND;
}

// The meal and shares of an entry: the dishes of a reason are on that meal's menu.
struct ToldOf {
    std::optional<Meal> meal;
    std::vector<Share> shares;
};

ToldOf told_of(const Outbox& outbox, const Notice& notice) {
    if (const auto sale = sale_kept_of(outbox, notice.order)) return {sale->draft.meal, sale->draft.shown.shares};
    const auto entry = outbox.entry_of(notice.device_seq);
    const auto command = entry ? std::optional(decode_command(entry->bytes)) : std::nullopt;
    const auto* found = command ? std::get_if<AddPortions>(&command->body) : nullptr;
    return {found ? std::optional(found->key.meal) : std::nullopt, {}};
}

void show_answer(const Answer& answer, v1::NoticeShown& shown) {
    if (const auto* why = std::get_if<Rejection>(&answer.outcome)) return show(denial_of(*why), *shown.add_why());
    const auto& committed = std::get<Committed>(answer.outcome);
    for (const auto& exception : committed.exceptions) show(exception, *shown.add_why());
    for (const auto& tender : committed.paid_back) shown.set_back_fen(shown.back_fen() + tender.amount.value);
}

// A printer in trouble is named though another prints for it.
void show_printers(const std::vector<PrinterView>& printers, v1::StatusPart& part) {
    part.set_printer(printers.empty() ? v1::PRINTER_NONE : v1::PRINTER_OK);
    for (const auto& printer : printers) {
        if (printer.is_busy && part.printer() == v1::PRINTER_OK) part.set_printer(v1::PRINTER_BUSY);
        if (printer.failure == PrinterFailure::none) continue;
        part.set_printer(v1::PRINTER_TROUBLE);
        part.set_printer_trouble(std::string(text_code_of(printer.failure)));
    }
}

void show_setups(const std::vector<PrinterSetup>& setups, v1::StatusPart& part) {
    for (const auto& setup : setups) {
        auto& shown = *part.add_printers();
        shown.set_address(setup.address);
        shown.set_columns(static_cast<std::uint32_t>(setup.profile.columns));
        shown.set_raster(setup.profile.code_page == CodePage::raster_only);
        shown.set_second(setup.name == second_printer);
    }
}

}  // namespace

v1::StatusPart PartMaker::status(Timestamp now) const {
    const auto& upstream = basis_.till.upstream();
    v1::StatusPart part;
    part.set_site(basis_.till.site());
    part.set_till(basis_.names.till);
    part.set_letters(basis_.till.letters());
    part.set_now_ms(basis_.till.server_time(now).ms);
    part.set_pace(static_cast<std::uint32_t>(basis_.till.pace()));
    part.set_line(state_of(upstream));
    part.set_line_since_ms(basis_.till.last_heard().ms);
    if (!upstream.trouble().empty()) part.set_trouble("trouble." + upstream.trouble());
    part.set_queued(static_cast<std::uint32_t>(basis_.outbox.queued_count()));
    part.set_notices(static_cast<std::uint32_t>(basis_.outbox.notices().size() + basis_.outbox.restarts().size()));
    show_printers(basis_.tray.printers(), part);
    show_setups(kept_printers(basis_.outbox), part);
    if (const auto* menu = basis_.counter.menu(now))
        part.set_offline_left_fen(basis_.till.left_without_server(menu->meal).value);
    part.set_kitchen_listens(upstream.kitchen_listens());
    part.set_own_kitchen(upstream.welcome().own_kitchen);
    part.set_spoken(basis_.switches.is_spoken);
    part.set_paper_always(basis_.switches.paper_always);
    part.set_paper_large(basis_.switches.paper_large);
    part.set_language_en(basis_.switches.language == Language::en);
    part.set_has_scale(basis_.tray.has_scale());
    return part;
}

v1::NoticesPart PartMaker::notices() const {
    v1::NoticesPart part;
    for (const auto& notice : basis_.outbox.notices()) {
        auto& shown = *part.add_notices();
        shown.set_number(notice.device_seq);
        shown.set_pickup(notice.pickup);
        shown.set_order_id(std::string(as_view(notice.order.bytes)));
        show_answer(ProtobufCodec().decode_answer(notice.answer), shown);
        const auto told = told_of(basis_.outbox, notice);
        for (auto& why : *shown.mutable_why()) {
            name_dish(told.meal ? basis_.till.replica().menu_of(*told.meal) : nullptr, why);
            name_payers(told.shares, why);
        }
    }
    for (const auto& restart : basis_.outbox.restarts())
        part.add_notices()->set_restart("till.restart_" + restart.reason);
    return part;
}

}  // namespace canteen::till
