// Employers, and what the sheet of one of their people says of them.
#pragma once

#include "canteen/domain/model/right_sheet.h"
#include "canteen/v1/subsidy.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const Allowance& allowance, v1::Allowance& wire);
Allowance from_wire(const v1::Allowance& wire, const Path& at);

void to_wire(const Employer& employer, v1::Employer& wire);
Employer from_wire(const v1::Employer& wire, const Path& at);

void to_wire(const EmployerRight& right, v1::EmployerRight& wire);
EmployerRight from_wire(const v1::EmployerRight& wire, const Path& at);

}  // namespace canteen
