// Volunteers' points: the rule, the hours that earn them, and how they move.
#pragma once

#include "canteen/domain/model/points.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::PointsAccountKind_MAX == static_cast<int>(PointsAccountKind::lapsed));

void to_wire(const PointsRule& rule, v1::PointsRule& wire);
PointsRule from_wire(const v1::PointsRule& wire, const Path& at);

void to_wire(const VolunteerHours& hours, v1::VolunteerHours& wire);
VolunteerHours from_wire(const v1::VolunteerHours& wire, const Path& at);

void to_wire(const PointsPosting& posting, v1::PointsPosting& wire);
PointsPosting from_wire(const v1::PointsPosting& wire, const Path& at);

}  // namespace canteen
