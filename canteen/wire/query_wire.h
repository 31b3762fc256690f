// Queries that a client may ask.
#pragma once

#include "canteen/app/query.h"
#include "canteen/v1/query.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::ClaimForm_MAX == static_cast<int>(ClaimForm::xlsx));

// Throws std::invalid_argument for a delivery fee that is not a whole number of fen.
void to_wire(const Query& query, v1::Ask& wire);
// Refuses client_newer before it reads anything else.
Query from_wire(const v1::Ask& wire, const Path& at);

}  // namespace canteen
