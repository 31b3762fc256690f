// Reads what the steps of a scheme do. Rules: deploy/schemes/FORMAT.md. Throws JsonRefusal. Any thread.
#pragma once

#include "canteen/domain/model/scheme.h"
#include "canteen/files/schemes/json_fields.h"

namespace canteen {

// An object with the field of exactly one kind of step.
SchemeStep read_scheme_step(const JsonPlace& place);

// The object's `min_self_pay_fen`; absent: 0.
Fen read_min_self_pay(JsonFields& fields);

}  // namespace canteen
