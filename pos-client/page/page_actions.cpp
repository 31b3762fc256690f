// Reads what a page asks into the counter's words.
#include "canteen/domain/base/choice.h"
#include "canteen/wire/common_wire.h"
#include "canteen/wire/order_wire.h"
#include "pos-client/page/page_till.h"

namespace canteen::till {
namespace {

constexpr std::size_t max_field_bytes = 256;

std::vector<DishId> chosen_in(const google::protobuf::RepeatedField<std::uint32_t>& chosen, const Path& at) {
    at_most(chosen, max_chosen_dishes, at / "chosen");
    std::vector<DishId> dishes;
    for (const auto dish : chosen) dishes.push_back({dish});
    return dishes;
}

std::uint32_t at_least_one(std::uint32_t quantity) {
    return quantity == 0 ? 1 : quantity;
}

PaymentPart part_in(const v1::PayPart& wire, const Path& at) {
    PaymentPart part;
    part.kind = enum_from<TenderKind>(wire.kind(), v1::TenderKind_MAX, at / "kind");
    part.employer = text_from(wire.code().empty() ? wire.reference() : wire.code(), max_code_bytes, at / "code");
    if (wire.has_fen()) part.fen = client_fen_from(wire.fen(), at / "fen");
    return part;
}

}  // namespace

Denied PageTill::on(const v1::TypeField& typed, Timestamp now, Out& out) {
    if (typed.text().size() > max_field_bytes)
        return denial("text_too_long", {{"most", std::to_string(max_field_bytes)}});
    struct Act {
        PageTill& page;
        const std::string& text;
        Timestamp now;
        Out& out;
        Denied operator()(const NothingKnown&) { return routed(v1::ROUTED_UNKNOWN); }
        Denied operator()(const AnIdNumber&) { return routed(v1::ROUTED_ID_NUMBER); }
        Denied operator()(const AGuest& guest) {
            page.parts_.set_candidates("", {});
            out.set_routed(v1::ROUTED_GUEST);
            return page.counter_.choose_guest(guest.member, guest.by);
        }
        Denied operator()(const SomeGuests& guests) { return page.on_guests(guests.members, text, out); }
        Denied operator()(const ADish& dish) { return page.on_dish(dish.dish, now, out); }
        Denied operator()(const ASale& sale) {
            page.parts_.list_sales(sale.pickup);
            return routed(v1::ROUTED_SALE);
        }
        Denied operator()(const APaymentCode& code) {
            out.set_payment(enum_to<v1::TenderKind>(code.kind));
            return routed(v1::ROUTED_PAYMENT_CODE);
        }
        Denied routed(v1::Routed where) {
            out.set_routed(where);
            return std::nullopt;
        }
    };
    return std::visit(Act{*this, typed.text(), now, out}, counter_.meaning_of_field(typed.text(), typed.burst(), now));
}

// A weighed dish waits for its grams.
Denied PageTill::on_dish(DishId dish, Timestamp now, Out& out) {
    const auto* menu = counter_.menu(now);
    const auto* known = menu ? menu->find(dish) : nullptr;
    out.set_dish(dish.value);
    if (known && known->by_weight()) {
        out.set_routed(v1::ROUTED_WEIGHT);
        return std::nullopt;
    }
    out.set_routed(known && known->is_set_meal() ? v1::ROUTED_CHOICE : v1::ROUTED_DISH);
    std::uint32_t row = 0;
    auto why = counter_.add_line({dish}, now, &row);
    out.set_row(row);
    return why;
}

// One guest whom a number or sound told is chosen; of several the cashier asks.
Denied PageTill::on_guests(const std::vector<MemberId>& guests, const std::string& asked, Out& out) {
    if (guests.size() == 1) {
        parts_.set_candidates("", {});
        out.set_routed(v1::ROUTED_GUEST);
        return counter_.choose_guest(guests.front(), Identified::number);
    }
    parts_.set_candidates(asked, guests);
    out.set_routed(guests.empty() ? v1::ROUTED_UNKNOWN : v1::ROUTED_CANDIDATES);
    return std::nullopt;
}

Denied PageTill::on(const v1::AddDish& wanted, Timestamp now, Out& out) {
    std::uint32_t row = 0;
    auto why = counter_.add_line(
        {{wanted.dish()}, at_least_one(wanted.quantity()), wanted.grams(), chosen_in(wanted.chosen(), {})}, now, &row);
    out.set_row(row);
    return why;
}

Denied PageTill::on(const v1::ChangeRow& wanted) {
    BasketLine line{{}, wanted.quantity(), wanted.grams(), chosen_in(wanted.chosen(), {})};
    line.note = wanted.note();
    line.flags = diet_flags_from(wanted.diet_flags(), {});
    return counter_.change_row(wanted.row(), line);
}

Denied PageTill::on(const v1::SetMode& wanted) {
    return counter_.set_mode(enum_from<ServiceMode>(wanted.mode(), v1::ServiceMode_MAX, {}),
                             client_fen_from(wanted.delivery_fee_fen(), {}));
}

Denied PageTill::on(const v1::PayBasket& wanted, Timestamp now) {
    const Path at;
    at_most(wanted.parts(), max_tenders, at / "parts");
    PayRequest request{id_from<BasketId>(wanted.basket_id(), at / "basket_id"),
                       wanted.revision(),
                       {},
                       client_fen_from(wanted.given_fen(), at / "given_fen")};
    for (const auto& part : wanted.parts()) request.parts.push_back(part_in(part, at / "parts"));
    const bool was_sold = counter_.sale().stage == SaleStage::sold;
    auto why = counter_.pay(request, now);
    if (!was_sold && counter_.sale().stage == SaleStage::sold) paper_.on_sold(counter_.sale(), now);
    return why;
}

Denied PageTill::on(const v1::DismissNotices& wanted) {
    if (wanted.numbers().empty()) outbox_.dismiss_notices();
    for (const auto number : wanted.numbers()) outbox_.dismiss_notice(number);
    return std::nullopt;
}

}  // namespace canteen::till
