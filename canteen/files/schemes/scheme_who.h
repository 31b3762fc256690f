// Reads whom a scheme, class or payment is for. Rules: deploy/schemes/FORMAT.md, "Who". Throws JsonRefusal. Any thread.
#pragma once

#include "canteen/domain/model/eligibility.h"
#include "canteen/files/schemes/json_fields.h"

namespace canteen {

// The object's `who`; absent or empty: everyone.
Who read_who(JsonFields& fields);

}  // namespace canteen
