// Drawers and shifts: what a till states of them, and what the journal keeps.
#pragma once

#include <optional>

#include "canteen/domain/model/event.h"
#include "canteen/v1/command.pb.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const OpenShift& open, v1::Command& wire);
void to_wire(const CloseShift& close, v1::Command& wire);
void to_wire(const MoveDrawer& move, v1::Command& wire);
// Returns nothing for any other kind of body.
std::optional<CommandBody> drawer_body_from(const v1::Command& wire, const Path& at);

void to_wire(const FactStated& stated, v1::Event& wire);
void to_wire(const ShiftOpened& opened, v1::Event& wire);
void to_wire(const ShiftClosed& closed, v1::Event& wire);
void to_wire(const DrawerMoved& moved, v1::Event& wire);
// Returns nothing for any other kind of event.
std::optional<Event> drawer_event_from(const v1::Event& wire, const Path& at);

}  // namespace canteen
