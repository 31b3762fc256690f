#include "canteen/wire/partner_wire.h"

#include "canteen/wire/date_range_wire.h"
#include "canteen/wire/order_wire.h"

namespace canteen {

void to_wire(const CostItem& item, v1::CostItem& wire) {
    wire.set_name(item.name);
    wire.set_fixed_fen(item.fixed.value);
    wire.set_permille(item.permille);
}

CostItem from_wire(const v1::CostItem& wire, const Path& at) {
    return {text_from(wire.name(), max_client_text_bytes, at / "name"),
            client_fen_from(wire.fixed_fen(), at / "fixed_fen"),
            count_from(wire.permille(), max_client_amount, at / "permille")};
}

void to_wire(const PartnerAgreement& agreement, v1::PartnerAgreement& wire) {
    wire.set_code(agreement.code);
    wire.set_name(agreement.name);
    wire.set_base(enum_to<v1::RevenueBase>(agreement.base));
    list_to_wire(agreement.costs, wire.mutable_costs());
    wire.set_numerator(agreement.numerator);
    wire.set_denominator(agreement.denominator);
    wire.set_period(enum_to<v1::SharePeriod>(agreement.period));
    range_to_wire(agreement.valid, wire);
}

PartnerAgreement from_wire(const v1::PartnerAgreement& wire, const Path& at) {
    PartnerAgreement agreement;
    agreement.code = text_from(wire.code(), max_code_bytes, at / "code");
    agreement.name = text_from(wire.name(), max_client_text_bytes, at / "name");
    agreement.base = enum_from<RevenueBase>(wire.base(), v1::RevenueBase_MAX, at / "base");
    agreement.costs = list_from_wire(wire.costs(), max_cost_items, at / "costs");
    agreement.numerator = count_from(wire.numerator(), max_client_amount, at / "numerator");
    agreement.denominator = count_from(wire.denominator(), max_client_amount, at / "denominator");
    agreement.period = enum_from<SharePeriod>(wire.period(), v1::SharePeriod_MAX, at / "period");
    agreement.valid = range_from(wire, at);
    return agreement;
}

void to_wire(const PartnerCost& cost, v1::PartnerCost& wire) {
    wire.set_agreement(cost.agreement);
    wire.set_period(cost.period.days);
    wire.set_item(cost.item);
    wire.set_fen(cost.fen.value);
    wire.set_evidence(cost.evidence);
}

PartnerCost from_wire(const v1::PartnerCost& wire, const Path& at) {
    return {text_from(wire.agreement(), max_code_bytes, at / "agreement"), date_from(wire.period(), at / "period"),
            text_from(wire.item(), max_client_text_bytes, at / "item"), client_fen_from(wire.fen(), at / "fen"),
            text_from(wire.evidence(), max_client_text_bytes, at / "evidence")};
}

}  // namespace canteen
