// Commands as they are decided: what they name is in its normal form, whatever door they came by. Pure; any thread.
#pragma once

#include "canteen/domain/model/command.h"

namespace canteen {

// Numbers, cards, codes and phones in normal form (normal_form.h), names and remarks without what stands around them.
// Nothing of an order changes, but for a statement's texts, which lose what cannot be shown: a meal that was eaten is
// not refused for a note. Doing it twice changes nothing more.
void bring_to_normal_form(CommandBody& body);

}  // namespace canteen
