// A journal's head as people note it outside: "SEQ:HASH". Pure; any thread.
#pragma once

#include <string>

#include "canteen/storage/schema/journal.h"

namespace canteen {

std::string anchor_text(const JournalHead& head);
// Throws OperatorError for anything but a number, a colon and 64 hex digits.
JournalHead parse_anchor(const std::string& text);

}  // namespace canteen
