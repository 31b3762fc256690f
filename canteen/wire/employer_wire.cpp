#include "canteen/wire/employer_wire.h"

#include "canteen/wire/date_range_wire.h"

namespace canteen {

void to_wire(const Allowance& allowance, v1::Allowance& wire) {
    wire.set_breakfast_fen(allowance.breakfast.value);
    wire.set_lunch_fen(allowance.lunch.value);
    wire.set_dinner_fen(allowance.dinner.value);
    if (allowance.per_day) wire.set_per_day_fen(allowance.per_day->value);
    enums_to_wire(allowance.days, wire.mutable_days());
}

Allowance from_wire(const v1::Allowance& wire, const Path& at) {
    Allowance allowance;
    allowance.breakfast = client_fen_from(wire.breakfast_fen(), at / "breakfast_fen");
    allowance.lunch = client_fen_from(wire.lunch_fen(), at / "lunch_fen");
    allowance.dinner = client_fen_from(wire.dinner_fen(), at / "dinner_fen");
    if (wire.has_per_day_fen()) allowance.per_day = client_fen_from(wire.per_day_fen(), at / "per_day_fen");
    allowance.days = enums_from_wire<DayKind>(wire.days(), v1::DayKind_MAX, at / "days");
    return allowance;
}

void to_wire(const Employer& employer, v1::Employer& wire) {
    wire.set_code(employer.code);
    wire.set_name(employer.name);
    wire.set_tax_number(employer.tax_number);
    if (employer.allowance) to_wire(*employer.allowance, *wire.mutable_allowance());
    wire.set_has_account(employer.has_account);
    range_to_wire(employer.valid, wire);
}

Employer from_wire(const v1::Employer& wire, const Path& at) {
    Employer employer;
    employer.code = text_from(wire.code(), max_code_bytes, at / "code");
    employer.name = text_from(wire.name(), max_client_text_bytes, at / "name");
    employer.tax_number = text_from(wire.tax_number(), max_code_bytes, at / "tax_number");
    if (wire.has_allowance()) employer.allowance = from_wire(wire.allowance(), at / "allowance");
    employer.has_account = wire.has_account();
    employer.valid = range_from(wire, at);
    return employer;
}

void to_wire(const EmployerRight& right, v1::EmployerRight& wire) {
    wire.set_employer(right.employer);
    wire.set_name(right.name);
    wire.set_has_account(right.has_account);
    if (right.allowance) to_wire(*right.allowance, *wire.mutable_allowance());
}

EmployerRight from_wire(const v1::EmployerRight& wire, const Path& at) {
    EmployerRight right;
    right.employer = text_from(wire.employer(), max_own_text_bytes, at / "employer");
    right.name = text_from(wire.name(), max_own_text_bytes, at / "name");
    right.has_account = wire.has_account();
    if (wire.has_allowance()) right.allowance = from_wire(wire.allowance(), at / "allowance");
    return right;
}

}  // namespace canteen
