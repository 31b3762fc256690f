// Staff: commands, the feed, and what the journal keeps, where all but the id is sealed under the person's own key.
#pragma once

#include <optional>

#include "canteen/app/message.h"
#include "canteen/app/sealer.h"
#include "canteen/domain/model/event.h"
#include "canteen/v1/command.pb.h"
#include "canteen/v1/journal.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

void to_wire(const Person& person, v1::Person& wire);
// Refuses an os_user: the admin socket alone says so.
Person from_wire(const v1::Person& wire, const Path& at);

void to_wire(const PutStaff& put, v1::Command& wire);
void to_wire(const EndStaff& end, v1::Command& wire);
void to_wire(const UnlockStaff& unlock, v1::Command& wire);
// Returns nothing for any other kind of body.
std::optional<CommandBody> staff_body_from(const v1::Command& wire, const Path& at);

void to_wire(const StaffShown& shown, v1::Staff& wire);
StaffShown from_wire(const v1::Staff& wire, const Path& at);

void to_wire(const StaffRecorded& recorded, Seq seq, Sealer& sealer, v1::Event& wire);
void to_wire(const StaffEnded& ended, v1::Event& wire);
void to_wire(const StaffUnlocked& unlocked, v1::Event& wire);
void to_wire(const StaffPinSet& set, v1::Event& wire);
// Returns nothing for any other kind of event.
std::optional<Event> staff_event_from(const v1::Event& wire, Seq seq, const Sealer& sealer, const Path& at);

}  // namespace canteen
