// Data of the site as a whole: its devices, its calendar and its schemes.
#pragma once

#include "canteen/domain/model/calendar.h"
#include "canteen/domain/model/device.h"
#include "canteen/domain/model/scheme.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::CalendarMark_MAX == static_cast<int>(CalendarMark::make_up_workday));

void to_wire(const Device& device, v1::Device& wire);
Device from_wire(const v1::Device& wire, const Path& at);

void to_wire(const Calendar& calendar, v1::Calendar& wire);
Calendar from_wire(const v1::Calendar& wire, const Path& at);

// Reads a scheme, which is kept as the text of its file, with the reader of those files.
Scheme scheme_from(const std::string& text, const Path& at);

}  // namespace canteen
