// Does what a page asks of shifts, the drawer and the card desk.
#include <algorithm>

#include "canteen/domain/base/normal_form.h"
#include "canteen/wire/order_wire.h"
#include "pos-client/page/page_till.h"
#include "pos-client/slips/small_slips.h"

namespace canteen::till {
namespace {

constexpr std::size_t max_typed_bytes = 256;

CashCount count_in(const google::protobuf::RepeatedPtrField<v1::CountedNote>& counted, const Path& at) {
    at_most(counted, max_note_kinds, at / "counted");
    CashCount count;
    for (const auto& note : counted) {
        count.notes.push_back({Fen{note.fen()}, note.count()});
        count.fen += Fen{note.fen()} * std::int64_t{note.count()};
    }
    return count;
}

std::optional<DrawerMoveKind> move_named(const std::string& word) {
    if (word == "pay_in") return DrawerMoveKind::pay_in;
    if (word == "pay_out") return DrawerMoveKind::pay_out;
    if (word == "safe_drop") return DrawerMoveKind::safe_drop;
    if (word == "no_sale") return DrawerMoveKind::no_sale;
    return std::nullopt;
}

Fen sum_of_lines(const OrderDraft& draft, const std::vector<RefundLine>& lines) {
    if (lines.empty()) return draft.shown.to_pay;
    Fen sum;
    for (const auto& wanted : lines)
        for (const auto& line : draft.lines)
            if (line.id == wanted.line)
                sum += line.grams > 0 ? price_by_weight(line.unit_price, line.price_grams, wanted.amount)
                                      : line.unit_price * std::int64_t{wanted.amount};
    return std::min(sum, draft.shown.to_pay);
}

}  // namespace

Denied PageTill::act_on_shift(const v1::PageFrame& frame, Timestamp now) {
    using Frame = v1::PageFrame;
    const Path at;
    switch (frame.action_case()) {
        case Frame::kLogIn:
            return shift_.log_in(id_from<StaffId>(frame.log_in().staff_id(), at), frame.log_in().pin(), now);
        case Frame::kLogOut:
            return shift_.log_out();
        case Frame::kUnlockStaff:
            return shift_.unlock(id_from<StaffId>(frame.unlock_staff().staff_id(), at),
                                 frame.unlock_staff().supervisor_pin(), now);
        case Frame::kOpenShift:
            return shift_.open(count_in(frame.open_shift().counted(), at), now);
        case Frame::kCloseShift:
            return on(frame.close_shift(), now);
        default:
            return on(frame.move_drawer(), now);
    }
}

// A sale that the server is asked about belongs to the shift that asked: its money would come after the count.
Denied PageTill::on(const v1::CloseShiftHere& wanted, Timestamp now) {
    if (counter_.sale().stage == SaleStage::asking) return denial("sale_under_way");
    std::optional<std::pair<StaffId, std::string>> next;
    if (!wanted.next_staff_id().empty()) next = {id_from<StaffId>(wanted.next_staff_id(), {}), wanted.next_pin()};
    return shift_.close(count_in(wanted.counted(), {}), static_cast<std::uint32_t>(counter_.parked().size()), next,
                        now);
}

Denied PageTill::on(const v1::MoveDrawerHere& wanted, Timestamp now) {
    const auto kind = move_named(wanted.kind());
    if (!kind) return denial("client_newer", {{"path", "kind"}});
    return shift_.move(*kind, client_fen_from(wanted.fen(), {}), wanted.reason(), now);
}

Denied PageTill::act_on_desk(const v1::PageFrame& frame, Timestamp now) {
    using Frame = v1::PageFrame;
    const Path at;
    switch (frame.action_case()) {
        case Frame::kOpenDesk:
            desk_.open(frame.open_desk().member_id().empty() ? counter_.basket().guest
                                                             : id_from<MemberId>(frame.open_desk().member_id(), at));
            parts_.set_candidates("", {});
            return std::nullopt;
        case Frame::kCloseDesk:
            desk_.close();
            return std::nullopt;
        case Frame::kTopUp:
            return on(frame.top_up(), now);
        case Frame::kPayOut:
            return on(frame.pay_out(), now);
        case Frame::kIssueCard:
            return desk_.issue(text_from(frame.issue_card().card(), max_typed_bytes, at), frame.issue_card().replaces(),
                               now);
        default:
            return desk_.report_lost(frame.card_lost().last_four(), now);
    }
}

Denied PageTill::on(const v1::TopUpHere& wanted, Timestamp now) {
    const Path at;
    const Tender tender{enum_from<TenderKind>(wanted.kind(), v1::TenderKind_MAX, at / "kind"),
                        client_fen_from(wanted.fen(), at / "fen"),
                        text_from(wanted.reference(), max_code_bytes, at / "reference")};
    if (auto why = desk_.top_up(tender, now)) return why;
    TopUpFacts facts;
    facts.language = switches_.language;
    facts.canteen = till_.site();
    facts.shift = names_.shift;
    facts.cashier = names_.cashier;
    facts.at = till_.server_time(now);
    if (const auto* sheet = till_.replica().sheet_of(desk_.member(), date_at_site(facts.at)))
        facts.member = {sheet->name, sheet->last_four};
    facts.paid = {tender.kind, tender.amount, std::nullopt, {}};
    facts.is_queued = !till_.upstream().live();
    tray_.print({PrintKind::other, desk_.topped_up().bytes}, top_up_slip(facts), now);
    if (tender.kind == TenderKind::cash)
        tray_.print({PrintKind::drawer, desk_.topped_up().bytes}, drawer_opening(), now);
    return std::nullopt;
}

Denied PageTill::on(const v1::PayOutHere& wanted, Timestamp now) {
    const auto fen = client_fen_from(wanted.fen(), {});
    const auto signed_by = shift_.countersign(fen, wanted.second_pin(), now);
    if (signed_by.why) return signed_by.why;
    return desk_.pay_out(fen, signed_by.second, now);
}

Denied PageTill::on(const v1::GiveBack& wanted, Timestamp now) {
    const Path at;
    const auto order = id_from<OrderId>(wanted.order_id(), at / "order_id");
    const auto lines = list_from_wire(wanted.lines(), max_order_lines, at / "lines");
    const auto sale = sale_kept_of(outbox_, order);
    if (!sale) return denial("sale_unknown");
    const auto signed_by = shift_.countersign(sum_of_lines(sale->draft, lines), wanted.second_pin(), now);
    if (signed_by.why) return signed_by.why;
    return giving_.begin(order, lines, enum_from<RefundReason>(wanted.reason(), v1::QUALITY, at / "reason"), now,
                         signed_by.second);
}

// A dish of the line that was counted out and is here: the server's count follows, and the basket can be sold again.
Denied PageTill::on(const v1::FoundPortions& wanted, Timestamp now) {
    const auto* menu = counter_.menu(now);
    if (!menu || !menu->find({wanted.dish()})) return denial("dish_unknown", {{"dish", std::to_string(wanted.dish())}});
    const auto most = menu->find({wanted.dish()})->by_weight() ? max_line_grams : max_line_quantity;
    if (wanted.amount() == 0 || wanted.amount() > most) return denial("amount_invalid");
    till_.add_found({menu->meal, {wanted.dish()}}, wanted.amount(), now);
    counter_.forget_problem();
    return std::nullopt;
}

Denied PageTill::on(const v1::AskInvoice& wanted, Timestamp now) {
    const auto order = id_from<OrderId>(wanted.order_id(), {});
    const auto sale = sale_kept_of(outbox_, order);
    if (!sale) return denial("sale_unknown");
    return invoices_.ask({order, trimmed(wanted.title()), normal_number(wanted.tax_number()), sale->draft.shown.to_pay,
                          till_.server_time(now)});
}

}  // namespace canteen::till
